import { Command } from 'commander';
import { exitCode } from '../../messages/exit-code.js';
import { defaultReportsFolder } from '../latest.js';
import type { CommandFactory } from '../command-factory.js';
import { collect } from '../parse-flag.js';
import type { ReportFlags } from '../report.js';

/** `axys-certify report [RUN]`: the Allure report of a finished run. */
export const reportCommand: CommandFactory = (io, finish) =>
  new Command('report')
    .description('Make the Allure report of a run (needs Java)')
    .argument('[run]', 'run id or path of a run folder', 'latest')
    .option('--out <dir>', 'reports folder', defaultReportsFolder)
    .option('--previous <run>', 'an earlier run (id, folder or zip) to show as history; repeatable', collect, [])
    .action(async (run: string, flags: ReportFlags) => {
      io.loadNow?.(new URL('../report.js', import.meta.url));
      const { report } = await import('../report.js');
      await report(run, flags, io);
      finish(exitCode.ok);
    });
