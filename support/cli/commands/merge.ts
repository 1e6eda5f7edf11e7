import { Command } from 'commander';
import { annotateOptions } from '../annotate.js';
import type { CommandFactory } from '../command-factory.js';
import type { MergeFlags } from '../merge.js';
import { defaultReportsFolder } from '../latest.js';

/** `axys-certify merge RUN...`: the shards of one plan into one pack and one decision. */
export const mergeCommand: CommandFactory = (io, finish) =>
  annotateOptions(
    new Command('merge')
      .description('Join the shards of one plan into one pack with one decision; refuses anything else (exit 2)')
      .argument('<run...>', 'every shard: run folder, zip or run id')
      .option('--out <dir>', 'reports folder, for run ids and for the result', defaultReportsFolder)
      .option('--env-file <file>', 'file with AXYS_SIGNING_KEY_PATH; the environment wins over it')
      .option('--json', 'print the summary as JSON'),
  ).action(async (runs: readonly string[], flags: MergeFlags) => {
    io.loadNow?.(new URL('../merge.js', import.meta.url));
    const { merge } = await import('../merge.js');
    finish(await merge(runs, flags, io));
  });
