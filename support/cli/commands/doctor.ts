import { Command, Option } from 'commander';
import { describeEnvironment } from '../../config/environment-variables.js';
import type { DoctorFlags } from '../doctor.js';
import type { CommandFactory } from '../command-factory.js';
import { collect } from '../parse-flag.js';

/** `axys-certify doctor`: which layer stands between this machine and a first answer, and whose turn it is. */
export const doctorCommand: CommandFactory = (io, finish) =>
  new Command('doctor')
    .description(
      'Check configuration, certificate, DNS, TLS, allowlist and API key one after the other; create nothing',
    )
    .option('--env-file <file>', 'file with AXYS_ variables; the environment wins over it')
    .option('--program <file>', 'program profile, JSON')
    .addOption(new Option('--allow-host <host>', 'admit one more host (repeatable)').argParser(collect))
    .option('--json', 'print the diagnosis as JSON')
    .addHelpText(
      'after',
      `\nSends one GET /cardholders and nothing else, on production too.\n\n${describeEnvironment()}`,
    )
    .action(async (flags: DoctorFlags) => {
      io.loadNow?.(new URL('../doctor.js', import.meta.url));
      const { doctor } = await import('../doctor.js');
      finish(await doctor(flags, io));
    });
