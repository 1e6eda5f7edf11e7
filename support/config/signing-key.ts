import { createPrivateKey, type KeyObject } from 'node:crypto';
import { errorsOf } from '../messages/coded-error.js';
import { configMessages } from '../messages/config-messages.js';
import { readNamedFile, type NamedFile } from './client-certificate.js';

const configError = errorsOf(configMessages, 'configuration');

/**
 * Reads the Ed25519 private key that signs a pack (PEM, PKCS #8, not encrypted). CFG-108 when the file cannot be read,
 * CFG-208 when it holds anything else. Messages name the file, never its content.
 */
export async function loadSigningKey(file: NamedFile): Promise<KeyObject> {
  const text = await readNamedFile(file);
  const wrong = (problem: string, cause?: unknown) => configError('CFG-208', { file: file.file, problem }, cause);
  if (!/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)) throw wrong('there is no BEGIN PRIVATE KEY line in it');
  if (text.includes('ENCRYPTED')) throw wrong('it is encrypted, and a signing key is read without a passphrase');
  let key: KeyObject;
  try {
    key = createPrivateKey(text);
  } catch (cause) {
    throw wrong('its content is damaged', cause);
  }
  if (key.asymmetricKeyType !== 'ed25519') throw wrong(`it is a key of type ${key.asymmetricKeyType ?? 'unknown'}`);
  return key;
}
