import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { errorsOf } from '../messages/coded-error.js';
import { configMessages } from '../messages/config-messages.js';
import type { Clock } from './clock.js';
import type { ClientCertificate } from './configuration.js';
import type { VariableName } from './environment-variables.js';
import { errorCode, readProblem } from './read-problem.js';

const configError = errorsOf(configMessages, 'configuration');

/** A file named by a variable. */
export interface NamedFile {
  readonly name: VariableName;
  /** Absolute path. */
  readonly file: string;
}

/** The text of a file named by a variable; CFG-108 when it cannot be read. */
export async function readNamedFile({ name, file }: NamedFile): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw configError('CFG-108', { name, file, problem: readProblem(error) }, error);
  }
}

/**
 * Reads a client certificate with its key and proves that they can be used: PEM, valid now, key opens, key matches.
 * Each problem has its own code. Messages name files, never their content.
 */
export async function loadClientCertificate(
  certificateFile: NamedFile,
  keyFile: NamedFile,
  passphrase: string | null,
  clock: Clock,
): Promise<ClientCertificate> {
  const certificate = await readNamedFile(certificateFile);
  const parsed = parseCertificate(certificate, certificateFile);
  checkValidity(parsed, certificateFile, clock);
  const privateKey = await readNamedFile(keyFile);
  if (!parsed.checkPrivateKey(parseKey(privateKey, keyFile, passphrase))) {
    throw configError('CFG-207', { ...certificateFile, keyFile: keyFile.file, keyName: keyFile.name });
  }
  return { certificate, privateKey, passphrase };
}

/** Reads a file of one or more PEM certificates (authorities for the server). */
export async function loadAuthorities(file: NamedFile): Promise<string> {
  const text = await readNamedFile(file);
  parseCertificate(text, file);
  return text;
}

function parseCertificate(text: string, file: NamedFile): X509Certificate {
  if (!text.includes('-----BEGIN CERTIFICATE-----')) {
    throw configError('CFG-201', { ...file, problem: 'there is no BEGIN CERTIFICATE line in it' });
  }
  try {
    return new X509Certificate(text);
  } catch (error) {
    throw configError('CFG-201', { ...file, problem: 'its content is damaged' }, error);
  }
}

function checkValidity(certificate: X509Certificate, file: NamedFile, clock: Clock): void {
  const [from, to] = [new Date(certificate.validFrom), new Date(certificate.validTo)];
  if (to.getTime() <= clock.now()) throw configError('CFG-202', { ...file, date: to.toISOString() });
  if (from.getTime() > clock.now()) throw configError('CFG-203', { ...file, date: from.toISOString() });
}

function parseKey(text: string, file: NamedFile, passphrase: string | null): KeyObject {
  if (!/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)) {
    throw configError('CFG-204', { ...file, problem: 'there is no BEGIN PRIVATE KEY line in it' });
  }
  const encrypted = text.includes('ENCRYPTED');
  if (encrypted && passphrase === null) throw configError('CFG-205', { ...file });
  try {
    return createPrivateKey({ key: text, ...(passphrase === null ? {} : { passphrase }) });
  } catch (error) {
    // An encrypted key that does not open is nearly always the passphrase; OpenSSL's reasons differ by version.
    if (encrypted) throw configError('CFG-206', { ...file }, error);
    throw configError('CFG-204', { ...file, problem: `it cannot be read (${errorCode(error) ?? 'damaged'})` }, error);
  }
}
