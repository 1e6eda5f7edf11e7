// Peak memory of sealing and of verifying a long run:
//   npm run -s build && node bench/pack-memory.mjs [RUN [TIMES]]
// RUN is the folder of a finished full run (default reports/latest), TIMES how often its scenarios are repeated.
import { spawnSync } from 'node:child_process';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { growRecording } from './grow-recording.mjs';

const [run = 'reports/latest', times = '38'] = process.argv.slice(2);
const limitMb = 300;
const work = await mkdtemp(join(tmpdir(), 'axys-memory-'));

try {
  const template = await realpath(resolve(run));
  const folder = join(work, template.split('/').at(-1));
  const made = await growRecording(template, folder, Number(times));
  process.stdout.write(`${made.scenarios} scenarios, ${made.exchanges} exchanges\n`);
  const peaks = [
    measure('seal', 'seal', folder),
    measure('verify the folder', 'verify', folder),
    measure('verify the zip', 'verify', `${folder}.zip`),
  ];
  process.exitCode = peaks.every((peak) => peak !== null && peak <= limitMb) ? 0 : 1;
} finally {
  await rm(work, { recursive: true, force: true });
}

/** Runs one part in a process of its own; gives its peak resident memory in megabytes, null when it failed. */
function measure(name, part, place) {
  const script = fileURLToPath(new URL('pack-memory-part.mjs', import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, part, place], { encoding: 'utf8' });
  if (status !== 0) {
    process.stdout.write(`${name}: failed\n${stdout}${stderr}\n`);
    return null;
  }
  const { peakMb, seconds, said } = JSON.parse(stdout);
  process.stdout.write(`${name}: peak ${peakMb} MB (limit ${limitMb}), ${seconds} s: ${said}\n`);
  return peakMb;
}
