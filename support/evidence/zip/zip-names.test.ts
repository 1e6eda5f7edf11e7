import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ZipEntry } from './zip-entry.js';
import { namesProblem } from './zip-names.js';

const entry = (name: string, change: Partial<ZipEntry> = {}): ZipEntry => ({
  ...{ name, method: 8, flags: 8, crc: 0, compressed: 1, size: 1, offset: 0, mode: 0o10_0644, odd: null },
  ...change,
});

test('takes the names our own writer makes', () => {
  assert.equal(namesProblem([entry('run-1/summary.json'), entry("run-1/a b/it's [1].json")]), null);
});

const refused: readonly [string, readonly ZipEntry[], RegExp][] = [
  ['a way out of the folder', [entry('run-1/../../etc/passwd')], /leaves or repeats/],
  ['a hidden way', [entry('run-1/./x')], /leaves or repeats/],
  ['an absolute path', [entry('/etc/passwd')], /absolute/],
  ['a drive', [entry('C:/x')], /absolute/],
  ['a backslash', [entry('run-1\\..\\x')], /backslash/],
  ['a control character', [entry('run-1/a\u0000b')], /control/],
  ['a link', [entry('run-1/x', { mode: 0o12_0777 })], /symbolic link/],
  ['an encrypted file', [entry('run-1/x', { flags: 1 })], /encrypted/],
  ['an unknown method', [entry('run-1/x', { method: 12 })], /unknown way/],
  ['a name that comes twice', [entry('run-1/x'), entry('run-1/X')], /twice/],
  ['a file outside the folder', [entry('x')], /outside/],
  ['two folders', [entry('run-1/x'), entry('run-2/x')], /2 folders/],
  ['nothing', [], /0 folders/],
];

for (const [name, entries, problem] of refused) {
  test(`refuses ${name}`, () => assert.match(namesProblem(entries) ?? '', problem));
}
