import { Command, Option } from 'commander';
import { exitCode } from '../../messages/exit-code.js';
import { defaultReportsFolder } from '../latest.js';
import type { CommandFactory } from '../command-factory.js';
import type { VerifyFlags } from '../verify.js';

/** `axys-certify verify PACK`: whether a pack is complete, unaltered, signed, free of card data, and follows from its evidence. */
export const verifyCommand: CommandFactory = (io, finish) =>
  new Command('verify')
    .description(
      'Check a pack offline: files, digests, signature, card data, verdicts (exit 0 or 4, whatever the decision)',
    )
    .argument('<pack>', 'run id, run folder or zip')
    .option('--key <file>', 'public key of the signer, PEM; without it the signer is not authenticated')
    .addOption(new Option('--require <decision>', 'accept this decision only').choices(['certifiable']))
    .option('--out <dir>', 'reports folder, for run ids', defaultReportsFolder)
    .option('--json', 'print the verification as JSON')
    .action(async (pack: string, flags: VerifyFlags) => {
      io.loadNow?.(new URL('../verify.js', import.meta.url));
      const { verify } = await import('../verify.js');
      finish((await verify(pack, flags, io)) ? exitCode.ok : exitCode.integrity);
    });
