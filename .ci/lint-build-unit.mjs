// Lints while the tests are built and run: the compiler keeps one core busy, and much of what the tests do is waiting. The
// output of the linters comes in one piece at the end, and either part fails the whole.
import { spawn } from 'node:child_process';

const npm = (script, stdio) =>
  spawn('npm', ['run', '-s', script], { stdio: ['ignore', stdio, stdio], shell: process.platform === 'win32' });
const codeOf = (child) => new Promise((ended) => child.on('close', (code) => ended(code ?? 1)));

// Both the linters and the compiler read the generated types.
const generated = await codeOf(npm('types', 'inherit'));
if (generated !== 0) process.exit(generated);
const lint = npm('lint', 'pipe');
const said = [];
for (const stream of [lint.stdout, lint.stderr]) stream.on('data', (text) => said.push(text));
const linting = codeOf(lint);
const built = await codeOf(npm('build', 'inherit'));
const tested = built === 0 ? await codeOf(npm('unit', 'inherit')) : built;
const linted = await linting;
process.stdout.write(Buffer.concat(said));
if (linted !== 0) process.stderr.write(`lint: failed with exit code ${linted}\n`);
process.exitCode = tested === 0 ? linted : tested;
