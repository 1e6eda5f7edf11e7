import { existsSync } from 'node:fs';
import { copyFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Access } from '../measure/access.js';
import { runnerCommands } from '../measure/runner-commands.js';
import { runProcess } from '../measure/run-process.js';
import { ratioOf, spreadOf, spreadText } from '../measure/statistics.js';
import { startWorker } from '../measure/worker.js';
import type { Part, Surroundings } from './part.js';

const callsOfFlow = 6;

/** The same flow with the same checks, as people would write it for a runner of their own choice. */
export const otherRunners: Part = {
  name: 'runners',
  measure: async (surroundings) => {
    const { quick, folder, root, env, say } = surroundings;
    const runners = join(root, 'bench/runners');
    if (!existsSync(join(runners, 'node_modules'))) await install(runners, surroundings);
    const [iterations, rounds] = quick ? [20, 1] : [150, 3];
    const emulator = startWorker('emulator-worker');
    const commands = runnerCommands({ root, runners, folder }, iterations);
    const [wall, cpu] = [commands.map((): number[] => []), commands.map((): number[] => [])];
    const own = { ...env, BENCH_FOLDER: folder, STEPCI_DISABLE_ANALYTICS: '1' };
    const node = (args: readonly string[]) => runProcess({ file: process.execPath, args, cwd: runners, env: own });
    try {
      await handOver(await emulator.ask<Access>({ ask: 'access' }), { folder, runners, iterations });
      const written = await node(['write-flow.mjs']);
      if (written.exitCode !== 0) throw new Error(written.stderr);
      for (let round = 0; round < rounds; round += 1) {
        for (const [index, { name, args }] of commands.entries()) {
          await rm(join(folder, 'recording'), { recursive: true, force: true });
          const done = await node(args);
          const said = `${done.stdout}${done.stderr}`.slice(-2000);
          if (done.exitCode !== 0) throw new Error(`${name} ended with ${String(done.exitCode)}: ${said}`);
          say(`  ${name}: ${(done.wallMs / 1000).toFixed(1)} s`);
          wall[index]?.push(done.wallMs / 1000);
          cpu[index]?.push(done.cpuMs / 1000);
        }
      }
    } finally {
      await emulator.end();
    }
    const [ours = []] = wall;
    return {
      title: 'The same flow in other runners',
      headings: ['Runner', 'Wall, s', 'CPU, s', 'Time / ours', 'Remark'],
      rows: commands.map(({ name, remark }, index) => [
        name,
        spreadText(spreadOf(wall[index] ?? []), 1),
        spreadText(spreadOf(cpu[index] ?? []), 1),
        spreadText(ratioOf(wall[index] ?? [], ours), 2),
        remark,
      ]),
      notes: [
        `${iterations} cardholders with ${callsOfFlow} calls each on the emulator over mutual TLS, one after the other; checks of status, values and types from bench/runners/flow.json. Whole processes, start to exit, in turn.`,
      ],
      promises: commands
        .map((command, index) => ({ ...command, ratio: ratioOf(wall[index] ?? [], ours) }))
        .filter(({ toBeat }) => toBeat)
        .map(({ name, ratio }) => ({
          what: `the flow, beside ${name}`,
          promised: 'faster',
          measured: `${spreadText(ratio, 2)} times our time`,
          kept: ratio.median > 1,
        })),
    };
  },
};

/** Installed when first needed, from the lock file: nothing else of the project uses them. */
async function install(runners: string, { env, say }: Surroundings): Promise<void> {
  say('  installing the other runners (once)');
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'];
  const done = await runProcess({ file: 'npm', args, cwd: runners, env });
  if (done.exitCode !== 0) throw new Error(`npm ci in ${runners} failed: ${done.stderr.slice(-2000)}`);
}

interface HandOver {
  readonly folder: string;
  readonly runners: string;
  readonly iterations: number;
}

/** The keys are of an emulator that ends with the measurement; the folder is removed. */
async function handOver(access: Access, { folder, runners, iterations }: HandOver): Promise<void> {
  const { url, apiKey, serverCa, certificate, privateKey } = access;
  await copyFile(join(runners, 'flow.json'), join(folder, 'flow.json'));
  const texts = { 'ca.pem': serverCa, 'client.pem': certificate, 'client.key': privateKey };
  for (const [name, text] of Object.entries(texts)) await writeFile(join(folder, name), text, { mode: 0o600 });
  await writeFile(join(folder, 'access.json'), JSON.stringify({ url, apiKey, iterations }), { mode: 0o600 });
}
