import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { openQuestionsIn, openQuestionsPath } from '../../questions/open-questions-in.js';
import { isAlias } from '../../questions/open-question.js';
import { aCheck, someFacts } from '../testing/samples.js';
import { rollUpScenario } from '../roll-up-scenario.js';
import { allChecks } from './all-checks.js';
import { moneyPairs } from './money-pairs.js';
import type { Pair } from './pair-builders.js';
import { platformPairs } from './platform-pairs.js';
import { recordPairs } from './record-pairs.js';

const pairs: Readonly<Record<string, Pair>> = { ...recordPairs, ...moneyPairs, ...platformPairs };
const settling = [...allChecks.values()].filter(({ settles }) => settles !== undefined);
const register = openQuestionsIn(readFileSync(openQuestionsPath(), 'utf8'), 'open-questions.yaml');

/** Readings that no single scenario can show: they come together from several. */
const combined: ReadonlySet<string> = new Set(
  register.flatMap((question) =>
    isAlias(question) ? [] : Object.keys(question.combines ?? {}).map((reading) => `${question.id} ${reading}`),
  ),
);

describe('a check that settles an open question', () => {
  for (const check of settling) {
    const { readings = {}, arguments: values = {} } = pairs[check.id] ?? {};

    it(`${check.id} is met by each of its readings, and says which it saw`, () => {
      assert.ok(Object.keys(readings).length > 0, 'no evidence of a reading');
      for (const [words, exchanges] of Object.entries(readings)) {
        const { outcome, reading } = check.evaluate({ exchanges, arguments: values });
        assert.deepEqual([outcome, `${reading?.question ?? ''} ${reading?.reading ?? ''}`], ['met', words]);
      }
    });

    it(`${check.id} rejects what breaks every reading`, () => assert.deepEqual(check.questions, []));
  }

  it('takes its questions and readings from the register, and leaves no reading out', () => {
    const shown = new Set(settling.flatMap(({ id }) => Object.keys(pairs[id]?.readings ?? {})));
    const legal = [...new Set(settling.flatMap(({ settles = [] }) => settles))].flatMap((id) => {
      const question = register.find((each) => each.id === id);
      assert.ok(question !== undefined && !isAlias(question), `${id} is no question of its own`);
      return Object.keys(question.readings).map((reading) => `${id} ${reading}`);
    });
    assert.deepEqual([...shown].toSorted(), legal.filter((words) => !combined.has(words)).toSorted());
  });

  it('leaves an advisory where the vendor says otherwise elsewhere, and never blocks', () => {
    const reading = { question: 'C-05', reading: 'not-activated' };
    const verdictWith = (unusual: boolean) =>
      rollUpScenario(someFacts({ checks: [aCheck({ reading: { ...reading, unusual } })] }));
    assert.equal(verdictWith(false).verdict, 'pass');
    assert.equal(verdictWith(true).verdict, 'advisory');
    assert.match(verdictWith(true).reason, /a legal reading of C-05/);
  });
});
