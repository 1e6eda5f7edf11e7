import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { csv } from './csv.js';

/** A reader after RFC 4180, written apart from the writer. */
function parsed(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /"((?:[^"]|"")*)"|([^",\r\n]*)/y;
  for (let at = 0; at < text.length;) {
    cell.lastIndex = at;
    const [all = '', quoted, plain] = cell.exec(text) ?? [];
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    at += all.length;
    if (text.startsWith(',', at)) {
      at += 1;
      continue;
    }
    assert.equal(text.slice(at, at + 2), '\r\n');
    at += 2;
    rows.push(row);
    row = [];
  }
  return rows;
}

test('commas, quotes and line breaks are quoted', () => {
  assert.equal(csv([['a,b', 'say "no"', 'two\nlines', 7, true]]), '"a,b","say ""no""","two\nlines",7,true\r\n');
});

test('text that a spreadsheet would compute is text', () => {
  assert.equal(csv([['=1+1', '@x', '-2', ' +3', '\uff1d1']]), "'=1+1,'@x,'-2,' +3,'\uff1d1\r\n");
});

test('whatever the cells hold, a reader gets them back, and no cell begins like a formula', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\r', '\n', '=', '-', ' ', '\t', 'é') });
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 4 }), (rows) => {
      const read = parsed(csv(rows));
      assert.deepEqual(
        read.map((row) => row.map((text) => text.replace(/^'/, ''))),
        rows,
      );
      for (const text of read.flat()) assert.doesNotMatch(text, /^\s*[=+\-@]/);
    }),
  );
});
