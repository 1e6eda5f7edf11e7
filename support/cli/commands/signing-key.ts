import { Command } from 'commander';
import { resolve } from 'node:path';
import { exitCode } from '../../messages/exit-code.js';
import type { CommandFactory } from '../command-factory.js';
import { fileName } from '../parse-flag.js';
import { makeSigningKey, type SigningKeyFiles } from '../make-signing-key.js';

/** `axys-certify signing-key FILE`: a key pair for the packs' signatures. */
export const signingKeyCommand: CommandFactory = (io, finish) =>
  new Command('signing-key')
    .description('Make an Ed25519 key pair that signs packs; says what to keep and what to hand over')
    .argument('<file>', 'where the private key goes (PEM); the public key is written beside it', fileName)
    .option('--json', 'print paths and fingerprint as JSON')
    .action(async (file: string, flags: { readonly json?: boolean }) => {
      const made = await makeSigningKey(resolve(io.cwd, file), io.cwd);
      io.stdout.write(flags.json === true ? `${JSON.stringify(made, null, 2)}\n` : describe(made));
      finish(exitCode.ok);
    });

function describe({ privateKey, publicKey, fingerprint }: SigningKeyFiles): string {
  return `${[
    `Private key: ${privateKey} (readable by you only)`,
    '  Keep it where only the machine that certifies can read it, never beside the reports, never in git.',
    `  Name it in the run's environment: AXYS_SIGNING_KEY_PATH=${privateKey}`,
    `Public key:  ${publicKey}`,
    '  Hand this file to whoever verifies your packs (the compliance auditor at the platform), before the first pack.',
    `Fingerprint: SHA-256 ${fingerprint}`,
    '  Tell it to them on another way than the file (telephone, ticket), so that they know the key is yours.',
  ].join('\n')}\n`;
}
