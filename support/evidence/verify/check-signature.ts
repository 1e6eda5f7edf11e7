import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { errorsOf } from '../../messages/coded-error.js';
import { verifyMessages } from '../../messages/verify-messages.js';
import { inTotoType, isSignedBy, type Envelope } from '../seal/dsse.js';
import { manifestFiles } from '../seal/manifest.js';
import { attestationFiles } from '../seal/seal-pack.js';
import { keyIdOf } from '../seal/signer.js';
import { hasExactly, isRecord } from './json-shape.js';
import { bytesOf, type OpenPack } from './open-pack.js';
import { statementDifferences } from './check-statement.js';
import type { Difference } from './verification.js';

const damaged = errorsOf(verifyMessages, 'integrity');
const { envelope: envelopeFile, publicKey: keyFile } = attestationFiles;

/** What the signature of a pack says. */
export interface CheckedSignature {
  readonly against: readonly Difference[];
  /** SHA-256 of the key that made it (public key, DER, hex); null when it does not hold. */
  readonly keyId: string | null;
}

/** Checks envelope, key and statement. With a trusted key, the signature must be of that key; else of the key in the pack. */
export async function checkSignature(pack: OpenPack, trusted: KeyObject | null): Promise<CheckedSignature> {
  if (pack.file(envelopeFile) === null) {
    return { against: [{ where: envelopeFile, problem: 'it is missing: the pack is not signed' }], keyId: null };
  }
  const { envelope, payload } = await readEnvelope(pack);
  const own = await readKey(pack);
  const key = trusted ?? own;
  const against: Difference[] = [];
  if (!isSignedBy(envelope, key)) {
    const other = trusted !== null && isSignedBy(envelope, own);
    const problem = other
      ? `another key signed it: ${keyIdOf(key)} expected, ${keyIdOf(own)} signed`
      : `its signature belongs to another content or to another key${trusted === null ? ` than ${keyFile}` : ''}`;
    against.push({ where: envelopeFile, problem });
  }
  if (keyIdOf(own) !== keyIdOf(key)) against.push({ where: keyFile, problem: 'it is not the key given with --key' });
  if (envelope.signatures[0]?.keyid !== keyIdOf(key)) {
    against.push({ where: envelopeFile, problem: `its keyid is not that of the key, ${keyIdOf(key)}` });
  }
  against.push(...(await statementDifferences(payload, await subjectsOf(pack), pack)));
  return { against, keyId: against.length === 0 ? keyIdOf(key) : null };
}

/** The statement a pack carries, whoever signed it; null when there is none. VFY-302 for an envelope that is not ours. */
export async function statementIn(pack: OpenPack): Promise<unknown> {
  return pack.file(envelopeFile) === null ? null : (await readEnvelope(pack)).payload;
}

async function subjectsOf(pack: OpenPack): Promise<ReadonlyMap<string, string>> {
  const digests = new Map<string, string>();
  for (const path of Object.values(manifestFiles)) {
    const bytes = pack.file(path) === null ? Buffer.alloc(0) : await bytesOf(pack, path);
    digests.set(path, createHash('sha256').update(bytes).digest('hex'));
  }
  return digests;
}

/** An envelope is taken only as our own writer writes it, so that not one byte of it can be changed unnoticed. */
async function readEnvelope(pack: OpenPack): Promise<{ readonly envelope: Envelope; readonly payload: unknown }> {
  const text = (await bytesOf(pack, envelopeFile)).toString('utf8');
  const refuse = (cause?: unknown) =>
    damaged('VFY-302', { file: envelopeFile, problem: 'it is no envelope of axys-certify' }, cause);
  try {
    const value: unknown = JSON.parse(text);
    if (!isEnvelope(value) || `${JSON.stringify(value, null, 2)}\n` !== text) throw refuse();
    const payload: unknown = JSON.parse(Buffer.from(value.payload, 'base64').toString('utf8'));
    return { envelope: value, payload };
  } catch (cause) {
    throw refuse(cause);
  }
}

function isEnvelope(value: unknown): value is Envelope {
  if (!hasExactly(value, ['payloadType', 'payload', 'signatures']) || value['payloadType'] !== inTotoType) return false;
  const { payload, signatures } = value;
  if (!isBase64(payload) || !Array.isArray(signatures) || signatures.length !== 1) return false;
  const signature: unknown = signatures[0];
  return isRecord(signature) && hasExactly(signature, ['keyid', 'sig']) && isBase64(signature['sig']);
}

/** Base64 has spare bits at its end; only the form with zeros there is taken. */
function isBase64(value: unknown): boolean {
  return typeof value === 'string' && Buffer.from(value, 'base64').toString('base64') === value;
}

async function readKey(pack: OpenPack): Promise<KeyObject> {
  const text = (await bytesOf(pack, keyFile)).toString('utf8');
  const refuse = (cause?: unknown) =>
    damaged('VFY-302', { file: keyFile, problem: 'it is no Ed25519 public key' }, cause);
  try {
    const key = createPublicKey(text);
    const same = key.asymmetricKeyType === 'ed25519' && key.export({ type: 'spki', format: 'pem' }).toString() === text;
    if (!same) throw refuse();
    return key;
  } catch (cause) {
    throw refuse(cause);
  }
}
