import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cpuOf, runProcess } from './run-process.js';

test('the CPU time is that of the processes that ended, whatever shell says it', () => {
  assert.equal(cpuOf('0m0.010s 0m0.000s\n1m2.500s 0m0.250s\n'), 62_750);
  assert.equal(cpuOf('0m0.000000s 0m0.000000s\n0m0.120000s 0m0.030000s\n'), 150);
  assert.throws(() => cpuOf('no times'), /did not say/);
});

test('a process is run to its end with its output, its exit code and an environment of its own', async () => {
  const script =
    'process.stdout.write(String(process.env.GIVEN)); console.error(process.env.HOME); process.exitCode = 3';
  const command = { file: process.execPath, args: ['-e', script], cwd: '/', env: { GIVEN: 'yes' } };
  const { stdout, stderr, exitCode, wallMs, cpuMs } = await runProcess(command);
  assert.deepEqual([stdout, stderr, exitCode], ['yes', 'undefined\n', 3]);
  assert.ok(wallMs > 0 && cpuMs >= 0);
});
