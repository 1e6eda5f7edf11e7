import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { errorsOf } from '../messages/coded-error.js';
import { configMessages } from '../messages/config-messages.js';
import type { Clock } from './clock.js';
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

/** The two files of one client identity. */
export interface IdentityFiles {
  readonly certificate: NamedFile;
  readonly key: NamedFile;
}

/**
 * Reads a client certificate with its key: both are PEM and the key opens. Whether they fit each other and the date is
 * for {@link checkKeyMatches} and {@link checkValidity}. Each problem has its own code; messages name files, never their
 * content.
 */
export async function readClientCertificate(
  files: IdentityFiles,
  passphrase: string | null,
): Promise<ClientCertificate> {
  const certificate = await readNamedFile(files.certificate);
  parseCertificate(certificate, files.certificate);
  const privateKey = await readNamedFile(files.key);
  parseKey(privateKey, files.key, passphrase);
  return { certificate, privateKey, passphrase, files };
}

/** Reads a client certificate with its key and proves that they can be used: valid now, and the key matches. */
export async function loadClientCertificate(
  files: IdentityFiles,
  passphrase: string | null,
  clock: Clock,
): Promise<ClientCertificate> {
  const read = await readClientCertificate(files, passphrase);
  checkValidity(read, files.certificate, clock);
  checkKeyMatches(read, files);
  return read;
}

/** CFG-207 unless the key is the certificate's. */
export function checkKeyMatches(identity: ClientCertificate, { certificate, key }: IdentityFiles): void {
  const parsed = parseCertificate(identity.certificate, certificate);
  if (!parsed.checkPrivateKey(parseKey(identity.privateKey, key, identity.passphrase))) {
    throw configError('CFG-207', { ...certificate, keyFile: key.file, keyName: key.name });
  }
}

/** CFG-202 for an expired certificate, CFG-203 for one that is not valid yet. */
export function checkValidity({ certificate }: ClientCertificate, file: NamedFile, clock: Clock): void {
  const parsed = parseCertificate(certificate, file);
  const [from, to] = [new Date(parsed.validFrom), new Date(parsed.validTo)];
  if (to.getTime() <= clock.now()) throw configError('CFG-202', { ...file, date: to.toISOString() });
  if (from.getTime() > clock.now()) throw configError('CFG-203', { ...file, date: from.toISOString() });
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
    if (encrypted) throw configError(isTrimmed(passphrase) ? 'CFG-206' : 'CFG-210', { ...file }, error);
    throw configError('CFG-204', { ...file, problem: `it cannot be read (${errorCode(error) ?? 'damaged'})` }, error);
  }
}

/** True unless it begins or ends with what an editor or a mounted secret adds unseen. */
function isTrimmed(passphrase: string | null): boolean {
  return passphrase === null || passphrase === passphrase.trim();
}

/** A client certificate and its key, as PEM text. Secret: never logged, never written. */
export interface ClientCertificate {
  readonly certificate: string;
  readonly privateKey: string;
  readonly passphrase: string | null;
  /** The files it was read from, for messages; absent when it was generated. */
  readonly files?: IdentityFiles;
}
