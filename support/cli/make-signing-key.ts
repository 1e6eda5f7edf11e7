import { generateKeyPairSync } from 'node:crypto';
import { chmod, rm, writeFile } from 'node:fs/promises';
import { errorCode } from '../config/read-problem.js';
import { writeProblem } from '../config/write-problem.js';
import { keyIdOf } from '../evidence/seal/signer.js';
import { errorsOf } from '../messages/coded-error.js';
import { signingKeyMessages } from '../messages/cli-messages.js';
import { insideReports } from './inside-reports.js';

const cannot = errorsOf(signingKeyMessages, 'configuration');

/** The files of a new signing key pair. */
export interface SigningKeyFiles {
  /** Absolute path of the private key: PEM, PKCS #8, mode 0600. */
  readonly privateKey: string;
  /** Absolute path of the public key beside it: PEM, SPKI. */
  readonly publicKey: string;
  /** SHA-256 of the public key's DER form, lower-case hex. */
  readonly fingerprint: string;
}

/**
 * Makes an Ed25519 key pair and writes it to `file` (absolute) and beside it. Throws CMD-211 inside the reports folder,
 * CMD-212 when either file exists, CMD-213 when one cannot be written; then neither is left.
 */
export async function makeSigningKey(file: string, cwd: string): Promise<SigningKeyFiles> {
  const folder = insideReports(file, cwd);
  if (folder !== null) throw cannot('CMD-211', { file, folder });
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const publicFile = `${file.replace(/\.pem$/, '')}.pub.pem`;
  // The public one first: should the second write fail, no secret has to be taken back.
  await writeNew(publicFile, publicKey.export({ type: 'spki', format: 'pem' }), 0o644);
  try {
    await writeNew(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), 0o600);
  } catch (error) {
    await rm(publicFile, { force: true });
    throw error;
  }
  return { privateKey: file, publicKey: publicFile, fingerprint: keyIdOf(publicKey) };
}

async function writeNew(file: string, content: string | Buffer, mode: number): Promise<void> {
  try {
    await writeFile(file, content, { flag: 'wx', mode });
    // The umask may have taken more than was meant from the public key; never from the private one.
    await chmod(file, mode);
  } catch (error) {
    if (errorCode(error) === 'EEXIST') throw cannot('CMD-212', { file }, error);
    throw cannot('CMD-213', { file, problem: writeProblem(error) }, error);
  }
}
