import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csv } from './csv.js';

test('commas, quotes and line breaks are quoted', () => {
  assert.equal(csv([['a,b', 'say "no"', 'two\nlines', 7, true]]), '"a,b","say ""no""","two\nlines",7,true\r\n');
});

test('text that a spreadsheet would compute is text', () => {
  assert.equal(csv([['=1+1', '@x', '-2']]), "'=1+1,'@x,'-2\r\n");
});
