import type { RandomBytes } from '../../config/random-bytes.js';
import { createMasker } from '../../trace/mask/mask-record.js';
import { createSecrets } from '../../trace/mask/secrets.js';
import { secretsOfPrivateKey, secretsOfTarget } from '../target-secrets.js';
import type { ContainerCredentials } from './made-credentials.js';

/** Masks what a container printed before any run records: its credentials, and card data by its form. */
export function maskerOf(
  { server, ...credentials }: Pick<ContainerCredentials, 'apiKey' | 'certificate' | 'nextCertificate' | 'server'>,
  randomBytes: RandomBytes,
): (text: string) => string {
  const ofServer = server === null ? [] : secretsOfPrivateKey(server.privateKey);
  const secrets = createSecrets({ key: randomBytes(16), known: [...secretsOfTarget(credentials), ...ofServer] });
  const masker = createMasker(secrets);
  return (text) => masker.text(text);
}
