// Peak memory of sealing and of verifying a long run:
//   npm run -s build && node bench/pack-memory.mjs [RUN [TIMES]] [--without-folder] [--json]
// RUN is the folder of a finished full run (default reports/latest), TIMES how often its scenarios are repeated.
import { spawnSync } from 'node:child_process';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { growRecording } from './grow-recording.mjs';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { 'without-folder': { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
});
const [run = 'reports/latest', times = '38'] = positionals;
const limitMb = 300;
const say = (line) => values.json || process.stdout.write(`${line}\n`);
const work = await mkdtemp(join(tmpdir(), 'axys-memory-'));

try {
  const template = await realpath(resolve(run));
  const folder = join(work, template.split('/').at(-1));
  const made = await growRecording(template, folder, Number(times));
  say(`${made.scenarios} scenarios, ${made.exchanges} exchanges`);
  const parts = [
    measure('sealing', 'seal', folder, JSON.stringify(made.secrets)),
    ...(values['without-folder'] ? [] : [measure('verify of the folder', 'verify', folder)]),
    measure('verify of the zip', 'verify', `${folder}.zip`),
  ];
  if (values.json) process.stdout.write(`${JSON.stringify({ ...made, limitMb, parts })}\n`);
  process.exitCode = parts.every((part) => part !== null && part.peakMb <= limitMb) ? 0 : 1;
} finally {
  await rm(work, { recursive: true, force: true });
}

/** Runs one part in a process of its own; gives its peak resident memory in megabytes, null when it failed. */
function measure(name, part, ...args) {
  const script = fileURLToPath(new URL('../dist/bench/workers/pack-process.js', import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, part, ...args], { encoding: 'utf8' });
  if (status !== 0) {
    process.stderr.write(`${name}: failed\n${stdout}${stderr}\n`);
    return null;
  }
  const { peakMb, seconds, said } = JSON.parse(stdout);
  say(`${name}: peak ${peakMb} MB (limit ${limitMb}), ${seconds} s: ${said}`);
  return { name, peakMb, seconds };
}
