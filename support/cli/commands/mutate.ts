import { Command, Option } from 'commander';
import { defaultReportsFolder } from '../latest.js';
import type { CommandFactory } from '../command-factory.js';
import type { MutateFlags } from '../mutate.js';
import { collect, largestSeed, wholeNumber } from '../parse-flag.js';

/** `axys-certify mutate`: whether this build finds what is wrong on purpose. */
export const mutateCommand: CommandFactory = (io, finish) =>
  new Command('mutate')
    .description('Plant faults in the emulator and in its answers; print who caught them, and the score of this build')
    .option('--list', 'list the faults and the kinds of wire mutants; try nothing')
    .addOption(new Option('--fault <id>', 'only this seeded fault (repeatable)').argParser(collect))
    .addOption(
      new Option('--only <part>', 'seeded faults of behaviour, or answers changed on their way').choices([
        'behaviour',
        'wire',
      ]),
    )
    .option(
      '--seed <n>',
      'seed of emulators, scenarios and the sample sent over the wire',
      wholeNumber(0, largestSeed),
      3,
    )
    .option('--out <dir>', 'reports folder; score and kill matrix go to its folder mutation', defaultReportsFolder)
    .option('--json', 'print the score, or the list, as JSON')
    .addHelpText(
      'after',
      `\nA control run without a fault comes first, between batches and last; when one is not clean nothing is scored.`,
    )
    .action(async (flags: MutateFlags) => {
      io.loadNow?.(new URL('../mutate.js', import.meta.url));
      const { mutate } = await import('../mutate.js');
      finish(await mutate(flags, io));
    });
