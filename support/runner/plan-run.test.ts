import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { slug } from './catalogue.js';
import { planRun, tagExpression } from './plan-run.js';
import { scenarioAt } from './plan.js';
import type { Selection } from './selection.js';

const everything: Selection = { tags: null, scenarioId: null, rows: null, order: 'defined' };

describe('tagExpression', () => {
  const rows: readonly (readonly [Partial<Selection>, string])[] = [
    [{}, 'not (@TM-72 or @TM-73) and not @self'],
    [{ tags: '@TM-10 or @TM-11' }, 'not (@TM-72 or @TM-73) and (@TM-10 or @TM-11) and not @self'],
    [{ tags: '@self' }, 'not (@TM-72 or @TM-73) and (@self)'],
    [{ scenarioId: 'a:b' }, 'not (@TM-72 or @TM-73)'],
    [{ rows: ['TM-72', 'TM-73'] }, '(@TM-72 or @TM-73) and not @self'],
    [{ rows: ['TM-72'], tags: '@TM-10' }, '(@TM-72) and (@TM-10) and not @self'],
    [{ rows: ['TM-72'], scenarioId: 'a:b' }, '(@TM-72)'],
  ];
  for (const [selection, expected] of rows) {
    it(`${JSON.stringify(selection)} becomes "${expected}"`, () => {
      assert.equal(tagExpression({ ...everything, ...selection }), expected);
    });
  }
});

describe('slug', () => {
  for (const [name, expected] of [
    ["The cardholder's KYC passes", 'the-cardholders-kyc-passes'],
    ['Déjà vu: 10.00 USD!', 'deja-vu-10-00-usd'],
    ['Slot <n> is refused', 'slot-n-is-refused'],
  ] as const) {
    it(name, () => {
      assert.equal(slug(name), expected);
    });
  }
});

describe('planRun on the features of this repository', () => {
  it('plans every scenario that is not about the harness itself, each with its own id and place', async () => {
    const plan = await planRun(everything);
    assert.ok(plan.scenarios.length > 0 && !plan.partial);
    assert.ok(plan.scenarios.every(({ tags }) => !tags.includes('@self')));
    assert.equal(new Set(plan.catalogue.map(({ id }) => id)).size, plan.catalogue.length);
    for (const scenario of plan.catalogue) {
      assert.match(scenario.id, /^[a-z0-9/-]+:[a-z0-9-]+(?:\[\d+\])?$/);
      assert.equal(scenarioAt(plan, scenario.uri, scenario.line), scenario);
      assert.ok(
        scenario.steps.every(({ type }) => type !== 'unknown'),
        `${scenario.id} has steps of a known type`,
      );
    }
  });

  it('plans one scenario by its id, and a part by tags', async () => {
    const all = await planRun(everything);
    const [first] = all.scenarios;
    assert.ok(first !== undefined);
    const one = await planRun({ ...everything, scenarioId: first.id });
    assert.deepEqual([one.scenarios.map(({ id }) => id), one.partial], [[first.id], true]);
    const row = `@${first.requirements[0] ?? ''}`;
    const some = await planRun({ ...everything, tags: row });
    assert.ok(some.partial && some.scenarios.every(({ tags }) => tags.includes(row)));
    assert.ok(some.scenarios.length < all.scenarios.length);
  });

  it('shuffles the same scenarios by a seed, and the same way again for the same seed', async () => {
    const ids = async (order: Selection['order']) =>
      (await planRun({ ...everything, tags: '@TM-10 or @TM-17 or @TM-21 or @TM-30', order })).scenarios.map(
        ({ id }) => id,
      );
    const [defined, seven, again, eight] = [
      await ids('defined'),
      await ids('random:7'),
      await ids('random:7'),
      await ids('random:8'),
    ];
    assert.ok(defined.length > 5);
    assert.deepEqual(seven.toSorted(), defined.toSorted());
    assert.deepEqual(again, seven);
    assert.notDeepEqual(seven, defined);
    assert.notDeepEqual(eight, seven);
  });

  const refused: readonly (readonly [Partial<Selection>, string])[] = [
    [{ tags: '@TM-9999' }, 'RUN-101'],
    [{ tags: '@TM-10 or @TM-9999' }, 'RUN-101'],
    [{ tags: 'and and' }, 'RUN-102'],
    [{ tags: '@TM-17 and and' }, 'RUN-102'],
    [{ tags: '@TM-17 and not @TM-17' }, 'RUN-103'],
    [{ rows: ['TM-00'] }, 'RUN-103'],
    [{ tags: '@TM-72 or @TM-73' }, 'RUN-106'],
    [{ scenarioId: 'go-live/production-check:the-production-credentials-are-accepted' }, 'RUN-106'],
    [{ rows: ['TM-73'], tags: '@TM-72' }, 'RUN-103'],
    [{ scenarioId: 'nowhere:nothing' }, 'RUN-104'],
    [{ tags: '@TM-17', scenarioId: 'nowhere:nothing' }, 'RUN-105'],
  ];
  for (const [selection, code] of refused) {
    it(`refuses ${JSON.stringify(selection)} with ${code}`, async () => {
      await assert.rejects(planRun({ ...everything, ...selection }), { code, exit: 64 });
    });
  }
});
