import { Command, Option } from 'commander';
import { describeEnvironment } from '../../config/environment-variables.js';
import { annotateOptions } from '../annotate.js';
import type { RunFlags } from '../run-flags.js';
import { defaultReportsFolder } from '../latest.js';
import type { CommandFactory } from '../command-factory.js';
import { logLevels } from '../../trace/log-levels.js';
import { parallelOf } from '../parallel/worker-count.js';
import { collect, largestSeed, wholeNumber } from '../parse-flag.js';

/** `axys-certify run`: the matrix on the target, the evidence, the decision. */
export const runCommand: CommandFactory = (io, finish) =>
  annotateOptions(
    new Command('run')
      .description('Run the test matrix on the target, write the evidence, print the decision')
      .option('--tags <expression>', 'only scenarios with these tags, such as "@TM-10 or @TM-11"')
      .option('--scenario <id>', 'only this scenario')
      .option('--out <dir>', 'reports folder', defaultReportsFolder)
      .option('--env-file <file>', 'file with AXYS_ variables; the environment wins over it')
      .option('--program <file>', 'program profile, JSON')
      .option('--seed <n>', 'same seed, same run on the embedded emulator', wholeNumber(0, largestSeed))
      .addOption(
        new Option('--order <order>', 'as the features have them, or shuffled by the seed (default: defined)').choices([
          'defined',
          'random',
        ]),
      )
      .addOption(new Option('--allow-host <host>', 'admit one more host (repeatable)').argParser(collect))
      .option('--resume <run>', 'go on with a run that was stopped: run id, path, or latest')
      .option('--carry <pack>', 'run only what this verified pack does not demonstrate: path, zip or run id')
      .option('--baseline <pack>', 'say what changed since this verified pack: path, zip or run id')
      .addOption(
        new Option(
          '--noise <pack>',
          "a further run of the baseline's version: what varies by itself (repeatable)",
        ).argParser(collect),
      )
      .option('--approvals <file>', 'what people decided about changes, by fingerprint: YAML or JSON')
      .option(
        '--affected-by <diff>',
        'run only the rows that exercise what changed: output of diff --coverage PACK --json',
      )
      .option(
        '--keep <n>',
        'afterwards remove all but the n newest finished runs from the reports folder',
        wholeNumber(1, 100_000),
      )
      .option(
        '--parallel <n>',
        'workers at once, or auto: several where steps wait for a platform elsewhere (default: auto)',
        parallelOf,
      )
      .addOption(new Option('--worker', 'run as a worker of a parallel run').hideHelp())
      .option('--shard <i/n>', 'run the i-th of n parts of the plan; "merge" joins their packs into one')
      .option('--container', 'run the emulator in a container; its image is built when needed')
      .option('--container-settings <file>', 'how to run the container of another image: docs/containers.md')
      .option('--dry-run', 'list rows, scenarios, calls, object and time budget; connect to nothing')
      .addOption(new Option('--log-level <level>', 'level of logs/run.ndjson').choices(logLevels).default('info'))
      .option('--json', 'print the summary as JSON'),
  )
    .addHelpText('after', `\n${describeEnvironment()}`)
    .action(async (flags: RunFlags) => {
      // Loaded when needed: help and usage errors answer at once.
      io.loadNow?.(new URL('../prepare-emulator.js', import.meta.url));
      const { prepareEmulator } = await import('../prepare-emulator.js');
      await prepareEmulator(flags, io);
      io.loadNow?.(new URL('../certify.js', import.meta.url));
      const { certify } = await import('../certify.js');
      finish(await certify(flags, io));
    });
