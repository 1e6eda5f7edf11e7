import { generateKeyPairSync } from 'node:crypto';
import { loadSigningKey } from '../config/signing-key.js';
import { createSigner, type Signer } from '../evidence/seal/signer.js';
import type { KnownSecret } from '../trace/mask/secrets.js';
import { secretsOfPrivateKey } from '../target/target-secrets.js';

/** Who signs a run, with what must never be shown of the key. */
export interface RunSigner {
  readonly signer: Signer;
  readonly secrets: readonly KnownSecret[];
}

/** The signer of a run: with the key of AXYS_SIGNING_KEY_PATH, or with one made for this run when it is not set. */
export async function signerOf(signingKeyPath: string | null): Promise<RunSigner> {
  const key =
    signingKeyPath === null
      ? generateKeyPairSync('ed25519').privateKey
      : await loadSigningKey({ name: 'AXYS_SIGNING_KEY_PATH', file: signingKeyPath });
  return {
    signer: createSigner(key, signingKeyPath === null),
    secrets: secretsOfPrivateKey(key.export({ type: 'pkcs8', format: 'pem' }).toString()),
  };
}
