import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';

/** Most bytes a compressed body may grow to; beyond it somebody is playing games. */
const largestBytes = 64 * 1024 * 1024;

/** Content codings of RFC 9110 that a body is read through, with how. */
const decoders: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
  identity: (bytes) => bytes,
  gzip: (bytes) => gunzipSync(bytes, { maxOutputLength: largestBytes }),
  'x-gzip': (bytes) => gunzipSync(bytes, { maxOutputLength: largestBytes }),
  deflate: (bytes) => inflateSync(bytes, { maxOutputLength: largestBytes }),
  br: (bytes) => brotliDecompressSync(bytes, { maxOutputLength: largestBytes }),
};

/** A body without its content codings, or why it cannot be had. */
export type DecodedContent = { readonly bytes: Uint8Array } | { readonly problem: string };

/**
 * Takes content codings off, the last one first. We name none that we accept, so a server may use any (RFC 9110 section
 * 12.5.3); one we do not know, or broken data, is a problem of the answer. Never quotes the content.
 */
export function decodeContent(received: Uint8Array, contentEncoding: string | undefined): DecodedContent {
  const codings = (contentEncoding ?? '').split(',').map((coding) => coding.trim().toLowerCase());
  let bytes = received;
  for (const coding of codings.filter((name) => name !== '').reverse()) {
    const decode = Object.hasOwn(decoders, coding) ? decoders[coding] : undefined;
    const size = `${received.byteLength} bytes not read`;
    if (decode === undefined) return { problem: `content-encoding ${coding} is not known, ${size}` };
    try {
      bytes = decode(bytes);
    } catch {
      return { problem: `content-encoding ${coding} and not such content, ${size}` };
    }
  }
  return { bytes };
}
