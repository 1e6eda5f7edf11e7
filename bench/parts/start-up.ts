import { join } from 'node:path';
import { runProcess } from '../measure/run-process.js';
import { spreadOf, spreadText } from '../measure/statistics.js';
import type { Part } from './part.js';

interface Command {
  readonly typed: string;
  readonly args: readonly string[];
  readonly exitCode: number;
}

const contract = 'schemas/axys-v2/openapi.yaml';

/** Commands that a person waits for; the first is Node itself. */
const commands: readonly Command[] = [
  { typed: 'node -e 0', args: ['-e', '0'], exitCode: 0 },
  { typed: '--version', args: ['--version'], exitCode: 0 },
  { typed: 'run --help', args: ['run', '--help'], exitCode: 0 },
  { typed: 'verify of a pack that is not there', args: ['verify', '/nowhere'], exitCode: 64 },
  { typed: 'diff of the contract with itself', args: ['diff', contract, contract], exitCode: 0 },
  { typed: 'run --dry-run', args: ['run', '--dry-run'], exitCode: 0 },
];

/** From the shell to the exit, as CPU and wall time. */
export const startUp: Part = {
  name: 'start-up',
  measure: async ({ quick, root, env }) => {
    const cli = join(root, 'dist/support/cli/axys-certify.js');
    const times = new Map(commands.map(({ typed }) => [typed, { wall: [] as number[], cpu: [] as number[] }]));
    for (let round = 0; round < (quick ? 2 : 5); round += 1) {
      for (const { typed, args, exitCode } of commands) {
        const command = args[0] === '-e' ? args : ['--', cli, ...args];
        const done = await runProcess({ file: process.execPath, args: command, cwd: root, env });
        if (done.exitCode !== exitCode) throw new Error(`${typed}: exit ${String(done.exitCode)}: ${done.stderr}`);
        times.get(typed)?.wall.push(done.wallMs);
        times.get(typed)?.cpu.push(done.cpuMs);
      }
    }
    return {
      title: 'Start-up',
      headings: ['Command', 'Wall, ms', 'CPU, ms'],
      rows: [...times].map(([typed, { wall, cpu }]) => [typed, spreadText(spreadOf(wall)), spreadText(spreadOf(cpu))]),
      notes: ['Compiled JavaScript, no loader; each command loads what it needs (support/cli/start-up.test.ts).'],
      promises: [],
    };
  },
};
