import { Command } from 'commander';
import { annotateOptions } from '../annotate.js';
import type { CommandFactory } from '../main.js';
import type { DiffFlags } from '../diff.js';
import { defaultReportsFolder } from '../latest.js';
import { folderName } from '../parse-flag.js';

/** `axys-certify diff OLD NEW`: what a new version of the contract means for a client that works today. */
export const diffCommand: CommandFactory = (io, finish) =>
  annotateOptions(
    new Command('diff')
      .description(
        'Compare two versions of the contract: what changed, whether it breaks a client, which operations it reaches',
      )
      .argument('<old>', 'OpenAPI 3.0 or 3.1 document, YAML or JSON')
      .argument('<new>', 'the version to compare it with')
      .option('--coverage <pack>', 'say which rows and scenarios of this run exercise each change')
      .option('--out <dir>', 'reports folder', folderName, defaultReportsFolder)
      .option('--json', 'print the changes as JSON'),
  )
    .addHelpText(
      'after',
      '\nExit codes: 0 additive or less, 1 breaking, 2 conditionally breaking or unknown, 64 usage, 78 a document cannot be read',
    )
    .action(async (old: string, next: string, flags: DiffFlags) => {
      const { diff } = await import('../diff.js');
      finish(await diff(old, next, flags, io));
    });
