import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aCheck, aResult, aRow } from '../verdict/testing/samples.js';
import { aRun } from '../evidence/testing/sample-run.js';
import { matrixCsv } from './matrix-csv.js';

/** The lines of a table whose cells hold neither commas nor quotes. */
const linesOf = (text: string) => text.split('\r\n').map((line) => line.split(','));

test('a line a row, with what proves it and where it is seen', () => {
  const row = aRow({ proves: ['card-active', 'card-closed'], area: 'cards' });
  const result = aResult({ checks: [aCheck(), aCheck({ check: 'other', exchangeIds: ['x-000009'] })] });
  const [headings = [], cells = [], ...rest] = linesOf(matrixCsv(aRun([result], [row])));
  const cell = Object.fromEntries(headings.map((heading, index) => [heading, cells[index]]));
  assert.equal(cell['id'], 'TM-29');
  assert.equal(cell['origin'], 'derived');
  assert.equal(cell['area'], 'cards');
  assert.equal(cell['scenarios'], 'cards/hold:block-a-card');
  assert.equal(cell['verdicts'], 'pass');
  assert.equal(cell['proving checks'], 'card-active: met; card-closed: missing');
  assert.equal(cell['exchanges'], 'x-000001');
  assert.equal(cell['sources'], 'https://docs.api.axyscards.com/docs/guide-manage-card-lifecycle');
  assert.deepEqual(rest, [['']]);
});

test('a row that nothing shows has a line as well', () => {
  const [, first = [], second = []] = linesOf(matrixCsv(aRun([aResult()], [aRow(), aRow({ id: 'TM-30' })])));
  assert.deepEqual([first[0], second[0]], ['TM-29', 'TM-30']);
});

test('text of the target cannot become a formula', () => {
  assert.match(
    matrixCsv(aRun([aResult()], [aRow({ title: '=HYPERLINK("http://x")' })])),
    /"'=HYPERLINK\(""http:\/\/x""\)"/,
  );
});
