import { Command } from 'commander';
import { exitCode } from '../../messages/exit-code.js';
import type { CoverageFlags } from '../coverage.js';
import { defaultReportsFolder } from '../latest.js';
import type { CommandFactory } from '../command-factory.js';

/** `axys-certify coverage [RUN]`: what a run exercised of its contract and lifecycles, and whether that reaches the floor. */
export const coverageCommand: CommandFactory = (io, finish) =>
  new Command('coverage')
    .description('Show what a run exercised of contract and lifecycles (exit 0, or 2 below the floor)')
    .argument('[run]', 'run id, run folder or zip', 'latest')
    .option('--out <dir>', 'reports folder, for run ids', defaultReportsFolder)
    .option('--json', 'print gate and coverage as JSON')
    .action(async (run: string, flags: CoverageFlags) => {
      io.loadNow?.(new URL('../coverage.js', import.meta.url));
      const { coverage } = await import('../coverage.js');
      finish((await coverage(run, flags, io)) ? exitCode.ok : exitCode.incomplete);
    });
