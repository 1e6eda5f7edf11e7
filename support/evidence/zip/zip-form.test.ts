import assert from 'node:assert/strict';
import { test } from 'node:test';
import { centralDirectory } from './central-directory.js';
import { dataDescriptor, endRecords, listRecord, localHeader, type FormOf } from './zip-form.js';

const small: FormOf = { name: 'run-1/a', method: 8, crc: 0x89_ab_cd_ef, compressed: 3, size: 4, offset: 5 };
const beyond = 5_000_000_000;

test('a record that is too wide for its fields is read back as it was written', () => {
  for (const change of [{}, { offset: beyond }, { size: beyond }, { size: beyond, compressed: beyond - 1 }]) {
    const form = { ...small, ...change };
    const [read] = centralDirectory(listRecord(form), 1);
    assert.deepEqual(read, { ...form, flags: 8, mode: 0o10_0644, odd: null });
  }
});

/** Lengths of what our writer makes: zip64 only where a number does not fit. */
const lengths: readonly [string, Buffer, number][] = [
  ['a header', localHeader(small), 37],
  ['a header of a long file', localHeader({ ...small, size: beyond }), 37],
  ['a descriptor', dataDescriptor({ ...small, offset: beyond }), 16],
  ['a descriptor of a long file', dataDescriptor({ ...small, size: beyond }), 24],
  ['a record', listRecord(small), 53],
  ['a record far behind', listRecord({ ...small, offset: beyond }), 81],
  ['an end', endRecords({ count: 65_535, from: 1, size: 2 }), 22],
  ['an end of many files', endRecords({ count: 65_536, from: 1, size: 2 }), 98],
  ['an end far behind', endRecords({ count: 1, from: beyond, size: 2 }), 98],
];

for (const [name, bytes, length] of lengths)
  test(`${name} takes ${length} bytes`, () => assert.equal(bytes.length, length));
