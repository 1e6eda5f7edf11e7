import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cardExchange, goodCard } from '../../contract/fixtures/small-exchange.js';
import type { Exchange } from '../../trace/exchange.js';
import { tryMutant } from './try-mutant.js';
import type { ExpectedClass, ReadyMutant, Sighting, WireOutcome } from './wire-mutant.js';

const exchange = cardExchange(goodCard);

function mutant(expected: ExpectedClass): ReadyMutant {
  const apply = (recorded: Exchange): Exchange => ({ ...recorded, judgement: null, durationMs: 2 });
  return {
    ...{
      id: 'getCard 200 test /body/alias',
      operationId: 'getCard',
      status: 200,
      exchangeId: 'x-000001',
      kind: 'test',
    },
    ...{ pointer: '/body/alias', expected, because: 'a test says so', alter: (response) => response, apply },
  };
}

const at = (level: Sighting['level'], where = '/response/body/alias'): Sighting => ({ by: 'rule r', level, where });

const cases: readonly (readonly [string, ExpectedClass, readonly Sighting[], readonly Sighting[], WireOutcome])[] = [
  ['what it should bring at its place', 'fail', [], [at('fail')], 'killed'],
  ['beside it something weaker elsewhere', 'review', [], [at('review'), at('advisory', '/response/body')], 'killed'],
  ['a word on the whole exchange', 'not-judged', [], [at('not-judged', '')], 'killed'],
  ['nothing', 'advisory', [], [], 'survived'],
  ['less than it should bring', 'fail', [], [at('review')], 'survived'],
  ['the same, but elsewhere', 'fail', [], [at('fail', '/response/body/open')], 'survived'],
  ['more than it deserves', 'review', [], [at('fail'), at('review')], 'false-alarm'],
  ['more than it deserves, elsewhere', 'review', [], [at('fail', '/response/body'), at('review')], 'false-alarm'],
  ['a word where none is due', 'legal', [], [at('advisory')], 'false-alarm'],
  ['no word where none is due', 'legal', [at('review')], [at('review')], 'killed'],
  ['what was said before as well', 'fail', [at('fail')], [at('fail')], 'unclean'],
];

for (const [what, expected, before, after, outcome] of cases) {
  test(`a mutant that should bring ${expected} and brings ${what} is ${outcome}`, () => {
    const trial = tryMutant(mutant(expected), exchange, (shown) => (shown === exchange ? before : after));
    assert.equal(trial.outcome, outcome);
    assert.deepEqual(Object.keys(trial.mutant).includes('apply'), false);
  });
}
