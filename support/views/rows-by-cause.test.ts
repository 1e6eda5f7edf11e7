import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aRun } from '../evidence/testing/sample-run.js';
import { aFinding, aResult, aRowResult } from '../verdict/testing/samples.js';
import { renderResultScreen } from './result-screen/result-screen.js';
import { idsOf, rowsByCause, rowsNamed } from './rows-by-cause.js';
import { renderStepSummary } from './step-summary/step-summary.js';

const message = 'getCard answered 200: expected a documented member at /hint, received a string of 6 characters.';
const hint = (scenario: string) =>
  aFinding({ cause: 'hint of getCard', level: 'advisory', message, exchangeId: `x-${scenario}` });
const other = aFinding({ cause: 'fee of listFees', level: 'advisory', message: 'a fee that nobody documents' });

function advised(id: string, scenario: string) {
  return aRowResult({
    id,
    outcome: 'demonstrated-with-advisory',
    reason: `advisory in "${scenario}": ${message}`,
    scenarios: [{ id: scenario, name: scenario, verdict: 'advisory', marks: [] }],
  });
}

const rows = [
  ...['TM-01', 'TM-02', 'TM-03', 'TM-04'].map((id) => advised(id, `scenario of ${id}`)),
  advised('TM-05', 'another'),
  aRowResult({ id: 'TM-06', outcome: 'contradicted', reason: 'money was lost' }),
  aRowResult({ id: 'TM-07' }),
];
const results = [
  ...['TM-01', 'TM-02', 'TM-03', 'TM-04'].map((id) =>
    aResult({ id: `scenario of ${id}`, verdict: 'advisory', findings: [hint(id), ...(id === 'TM-02' ? [other] : [])] }),
  ),
  aResult({ id: 'another', verdict: 'advisory', findings: [other] }),
];

test('rows that one advisory explains are one entry with all of their ids, after what is worse', () => {
  const found = rowsByCause(rows, results);
  assert.deepEqual(
    found.map((entry) => [rowsNamed(entry), idsOf(entry), entry.outcome, entry.reason]),
    [
      ['TM-06 ' + (rows[5]?.title ?? ''), '', 'contradicted', 'money was lost'],
      ['4 rows', 'TM-01 TM-02 TM-03 TM-04', 'demonstrated-with-advisory', `one cause, ${message} (x-TM-01)`],
      ['TM-05 ' + (rows[4]?.title ?? ''), '', 'demonstrated-with-advisory', rows[4]?.reason],
    ],
  );
});

test('screen and step summary say it once', () => {
  const run = { ...aRun(results), requirements: rows };
  const screen = renderResultScreen(run, { pack: 'p', colour: false, width: 200 });
  const shown = screen.slice(screen.indexOf('Rows to look at'));
  assert.equal(shown.split('a documented member').length - 1, 2, shown); // The group, and TM-05 whose reason was made up so.
  assert.match(shown, /4 rows: demonstrated-with-advisory, one cause, .*TM-01 TM-02 TM-03 TM-04/s);
  const summary = renderStepSummary(run);
  assert.match(summary, /### Rows to look at \(6\)/);
  assert.match(summary, /4 rows TM-01 TM-02 TM-03 TM-04/);
});
