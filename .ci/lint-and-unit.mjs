// Lints while the tests run: much of what they do is waiting. The output of the linters comes in one piece at the end, and
// either part fails the whole.
import { spawn } from 'node:child_process';

const npm = (script, stdio) =>
  spawn('npm', ['run', '-s', script], { stdio: ['ignore', stdio, stdio], shell: process.platform === 'win32' });
const codeOf = (child) => new Promise((ended) => child.on('close', (code) => ended(code ?? 1)));

const lint = npm('lint', 'pipe');
const said = [];
for (const stream of [lint.stdout, lint.stderr]) stream.on('data', (text) => said.push(text));
const [linted, tested] = await Promise.all([codeOf(lint), codeOf(npm('unit', 'inherit'))]);
process.stdout.write(Buffer.concat(said));
if (linted !== 0) process.stderr.write(`lint: failed with exit code ${linted}\n`);
process.exitCode = tested === 0 ? linted : tested;
