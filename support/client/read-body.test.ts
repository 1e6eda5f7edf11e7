import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { readBody } from './read-body.js';

const json = { 'content-type': 'application/json; charset=utf-8' };
const bytes = (text: string) => Buffer.from(text, 'utf8');

test('JSON is read with its duplicate members named', () => {
  assert.deepEqual(readBody(bytes('{"a":1,"a":2}'), json), { kind: 'json', value: { a: 2 }, duplicateKeys: ['/a'] });
});

test('no bytes are no body', () => {
  assert.deepEqual(readBody(bytes(''), json), { kind: 'none' });
});

test('JSON under a wrong media type is still read; the judge looks at the type', () => {
  const body = readBody(bytes('{"status":"error"}'), { 'content-type': 'text/html' });
  assert.deepEqual(body, { kind: 'json', value: { status: 'error' }, duplicateKeys: [] });
});

test('a bare word or number in plain text stays text', () => {
  for (const text of ['404', 'true', '"quoted"']) {
    assert.equal(readBody(bytes(text), { 'content-type': 'text/plain' }).kind, 'text');
  }
});

test('broken JSON keeps its text, and the problem does not quote it', () => {
  const body = readBody(bytes('{"cvv":"123"'), json);
  assert.deepEqual(body, {
    ...{ kind: 'text', text: '{"cvv":"123"' },
    problem: 'the media type says JSON, the body is not',
  });
});

test('JSON nested absurdly deep is not walked', () => {
  const body = readBody(bytes('['.repeat(50_000) + ']'.repeat(50_000)), json);
  assert.deepEqual(body, {
    kind: 'text',
    text: '',
    problem: 'JSON nested more than 100 deep, 100000 characters not read',
  });
});

test('bytes that are no text are not kept', () => {
  const body = readBody(Uint8Array.of(0xff, 0xfe, 0x00), json);
  assert.deepEqual(body, { kind: 'text', text: '', problem: 'not UTF-8, 3 bytes not read' });
  const broken = readBody(bytes('xx'), { ...json, 'content-encoding': 'gzip' });
  assert.equal(broken.kind === 'text' && broken.text, '');
});

test('a compressed body is read like any other', () => {
  const body = readBody(gzipSync('{"a":1}'), { ...json, 'content-encoding': 'gzip' });
  assert.deepEqual(body, { kind: 'json', value: { a: 1 }, duplicateKeys: [] });
});
