import { verify, type KeyObject } from 'node:crypto';
import type { Signer } from './signer.js';

/** A DSSE envelope: the payload and who signed it. Source: github.com/secure-systems-lab/dsse, version 1. */
export interface Envelope {
  readonly payloadType: string;
  /** Base64. */
  readonly payload: string;
  readonly signatures: readonly { readonly keyid: string; readonly sig: string }[];
}

/** Media type of an in-toto Statement. */
export const inTotoType = 'application/vnd.in-toto+json';

/** What is signed: the pre-authentication encoding, which binds the payload to its type. */
function preAuthEncoding(payloadType: string, payload: Uint8Array): Buffer {
  const head = `DSSEv1 ${Buffer.byteLength(payloadType)} ${payloadType} ${payload.length} `;
  return Buffer.concat([Buffer.from(head, 'utf8'), payload]);
}

/** Signs a JSON document. */
export function seal(document: unknown, signer: Signer): Envelope {
  const payload = Buffer.from(JSON.stringify(document), 'utf8');
  return {
    payloadType: inTotoType,
    payload: payload.toString('base64'),
    signatures: [{ keyid: signer.keyId, sig: signer.sign(preAuthEncoding(inTotoType, payload)).toString('base64') }],
  };
}

/** True when the key made one of the envelope's signatures over its payload. */
export function isSignedBy(envelope: Envelope, publicKey: KeyObject): boolean {
  const signed = preAuthEncoding(envelope.payloadType, Buffer.from(envelope.payload, 'base64'));
  return envelope.signatures.some(({ sig }) => verify(null, signed, publicKey, Buffer.from(sig, 'base64')));
}
