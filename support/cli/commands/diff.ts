import { Command, Option } from 'commander';
import { annotateOptions } from '../annotate.js';
import type { CommandFactory } from '../command-factory.js';
import type { DiffFlags } from '../diff-flags.js';
import { defaultReportsFolder } from '../latest.js';
import { collect } from '../parse-flag.js';

/** `axys-certify diff OLD NEW`: what a new version of contract or platform means for a client that works today. */
export const diffCommand: CommandFactory = (io, finish) =>
  annotateOptions(
    new Command('diff')
      .description(
        'Compare two versions of the contract, or the packs of two runs: what changed, whether it breaks a client, what it reaches',
      )
      .argument('<old>', 'OpenAPI 3.0 or 3.1 document (YAML or JSON), or a pack: run id, run folder or zip')
      .argument('<new>', 'what to compare it with; a document beside a pack is compared with the contract of the pack')
      .option('--coverage <pack>', 'documents: say which rows and scenarios of this run exercise each change')
      .addOption(
        new Option(
          '--noise <pack>',
          'packs: a further run of the old version; what differs between runs of one version counts for nothing (repeatable)',
        ).argParser(collect),
      )
      .option(
        '--approvals <file>',
        'decisions about changes, by fingerprint (YAML or JSON): what they cover no longer counts',
      )
      .option('--out <dir>', 'reports folder', defaultReportsFolder)
      .option('--json', 'print the changes as JSON'),
  ).action(async (old: string, next: string, flags: DiffFlags) => {
    io.loadNow?.(new URL('../diff.js', import.meta.url));
    const { diff } = await import('../diff.js');
    finish(await diff(old, next, flags, io));
  });
