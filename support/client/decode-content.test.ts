import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { decodeContent } from './decode-content.js';

const plain = Buffer.from('{"status":"success"}');

function decoded(bytes: Uint8Array, coding?: string): string {
  const content = decodeContent(bytes, coding);
  return 'problem' in content ? content.problem : Buffer.from(content.bytes).toString('utf8');
}

const codings: readonly (readonly [string | undefined, Uint8Array])[] = [
  [undefined, plain],
  ['', plain],
  ['identity', plain],
  ['gzip', gzipSync(plain)],
  ['X-GZIP', gzipSync(plain)],
  ['deflate', deflateSync(plain)],
  ['br', brotliCompressSync(plain)],
  ['gzip, br', brotliCompressSync(gzipSync(plain))],
];
for (const [coding, bytes] of codings) {
  test(`content that came with ${String(coding)} is read`, () => {
    assert.equal(decoded(bytes, coding), plain.toString());
  });
}

test('a coding nobody knows, or content that is not coded so, is a problem that quotes nothing', () => {
  assert.equal(decoded(plain, 'zstd'), 'content-encoding zstd is not known, 20 bytes not read');
  assert.equal(decoded(plain, 'constructor'), 'content-encoding constructor is not known, 20 bytes not read');
  assert.equal(decoded(plain, 'gzip'), 'content-encoding gzip and not such content, 20 bytes not read');
  assert.match(decoded(gzipSync(plain).subarray(0, 15), 'gzip'), /not such content, 15 bytes/);
});

test('a little that becomes enormous is not read', () => {
  const bomb = gzipSync(Buffer.alloc(65 * 1024 * 1024));
  assert.match(decoded(bomb, 'gzip'), /not such content/);
});
