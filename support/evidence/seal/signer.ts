import { createHash, createPublicKey, sign, type KeyObject } from 'node:crypto';

/** Signs packs with one Ed25519 key. The private key stays inside. */
export interface Signer {
  /** True when the key was made for this run only: nobody vouches for it, so the run is practice. */
  readonly adHoc: boolean;
  /** Public key, PEM (SubjectPublicKeyInfo). */
  readonly publicKey: string;
  /** SHA-256 (hex) of the public key in DER. */
  readonly keyId: string;
  sign(bytes: Uint8Array): Buffer;
}

/** A signer with an Ed25519 private key. `adHoc` says that the key was made for this run. */
export function createSigner(key: KeyObject, adHoc: boolean): Signer {
  const publicKey = createPublicKey(key);
  return {
    adHoc,
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    keyId: keyIdOf(publicKey),
    sign: (bytes) => sign(null, bytes, key),
  };
}

/** SHA-256 (hex) of a public key in DER: what people compare. */
export function keyIdOf(publicKey: KeyObject): string {
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex');
}
