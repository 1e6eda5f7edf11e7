import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anExchange } from '../../../evidence/testing/sample-run.js';
import { PollSeries } from './poll-series.js';

/** A read that got this answer. */
const read = (id: string, cardId: number) =>
  anExchange({
    ...{ id, operationId: 'getCard' },
    response: { status: 200, headers: {}, body: { kind: 'json', value: { cardId }, duplicateKeys: [] } },
  });

/** What is told of reads with these answers, each in a step of its own number; null stands for a writing call. */
function told(answers: readonly (readonly [answer: number, step: number] | null)[]): readonly string[] {
  const found: string[] = [];
  const series = new PollSeries(({ id }, novelty) => found.push(`${id} ${novelty}`));
  answers.forEach((asked, index) => {
    if (asked === null) series.end();
    else series.read(read(`x-${index + 1}`, asked[0]), asked[1]);
  });
  series.end();
  return found.toSorted();
}

test('equal answers between the first and the last of a series are repetitions; a change begins anew', () => {
  assert.deepEqual(told([1, 1, 1, 2, 2, 2].map((answer) => [answer, 0])), [
    'x-1 first-or-changed',
    'x-2 repeated',
    'x-3 repeated',
    'x-4 first-or-changed',
    'x-5 repeated',
    'x-6 last',
  ]);
});

test('a writing call or another step ends a series: the same answer behind it is news', () => {
  assert.deepEqual(told([[1, 0], [1, 0], null, [1, 0]]), ['x-1 first-or-changed', 'x-2 last', 'x-4 first-or-changed']); // prettier-ignore
  assert.deepEqual(told([[1, 0], [1, 1]]), ['x-1 first-or-changed', 'x-2 first-or-changed']); // prettier-ignore
});
