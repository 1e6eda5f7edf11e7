import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Exchange } from '../../trace/exchange.js';
import type { ScenarioResult } from '../../verdict/scenario-result.js';
import { aCheck, aFinding, aResult, aStep } from '../../verdict/testing/samples.js';
import { harFileOf } from '../har/har-file.js';
import { anExchange, aRecording, aRun } from '../../evidence/testing/sample-run.js';
import { auditorPage } from './auditor-page.js';
import { gatherReport } from './gather/gather-report.js';
import { limits } from './gather/limits.js';

const idOf = (number: number): string => `x-${String(number).padStart(6, '0')}`;
const polling = 'deposits/crypto:a-deposit-never-arrives';

/** Poll 1,000 of 2,000 is the first to show another balance. */
const polls = 2000;
const change = 1000;

function poll(number: number, scenario = polling): Exchange {
  const value = { status: 'success', ledgerBalance: number < change ? 0 : 1000 };
  const response = { status: 200, headers: {}, body: { kind: 'json', value, duplicateKeys: [] } } as const;
  return anExchange({ id: idOf(number), scenario, operationId: 'getCardBalance', response });
}

function written(number: number, scenario: string): Exchange {
  const { request } = anExchange();
  return anExchange({ id: idOf(number), scenario, request: { ...request, method: 'POST' } });
}

/** The polling scenario failed; those behind it made a writing call, a read that proves them and another one. */
function run(others: number): { readonly results: readonly ScenarioResult[]; readonly exchanges: readonly Exchange[] } {
  const own = [...Array(polls).keys()].map((n) => poll(n + 1));
  const ids = own.map(({ id }) => id);
  const failed = aResult({
    ...{ id: polling, name: 'A deposit never arrives', verdict: 'fail', exchangeIds: ids },
    checks: [aCheck({ outcome: 'violated', exchangeIds: ids.slice(-200) })],
    findings: [aFinding({ exchangeId: idOf(500) })],
    steps: [aStep({ exchangeIds: ids })],
  });
  const rest = [...Array(others).keys()].map((n) => {
    const [scenario, first] = [`cards/hold:${n}`, polls + 3 * n + 1];
    const exchanges = [written(first, scenario), poll(first + 1, scenario), poll(first + 2, scenario)];
    const exchangeIds = exchanges.map(({ id }) => id);
    const proof = aCheck({ exchangeIds: [idOf(first + 2)] });
    return {
      exchanges,
      result: aResult({ id: scenario, name: scenario, exchangeIds, checks: [proof], steps: [aStep({ exchangeIds })] }),
    };
  });
  return {
    results: [failed, ...rest.map(({ result }) => result)],
    exchanges: [...own, ...rest.flatMap(({ exchanges }) => exchanges)],
  };
}

async function pageOf(others: number, bounds = limits): Promise<string> {
  const { results, exchanges } = run(others);
  const report = await gatherReport({ run: aRun(results), recorded: aRecording(exchanges) }, bounds);
  return [...auditorPage(report)].join('');
}

const shownIn = (page: string): readonly string[] => [...page.matchAll(/<b id="(x-\d+)">/g)].map(([, id = '']) => id);

test('of 2,000 equal polls the page shows the first, those that changed or have a finding, and the last', async () => {
  const own = shownIn(await pageOf(20)).filter((id) => id <= idOf(polls));
  assert.deepEqual(own, [1, 500, change, 1801, polls].map(idOf));
});

test('the calls that prove the rows behind a scenario that polled are all on the page', async () => {
  const shown = new Set(shownIn(await pageOf(20)));
  for (const n of Array(20).keys()) assert.ok(shown.has(idOf(polls + 3 * n + 3)), `the proof of scenario ${n}`);
});

test('what is left out is counted in its place, and the scenario names its own HAR', async () => {
  const page = await pageOf(20);
  assert.match(page, /498 calls left out: x-000002 to x-000499/);
  const har = harFileOf(polling);
  assert.match(page, /Of its 2\s?000 calls 5 are shown here/);
  assert.ok(page.includes(`href="${har}"`), 'no link to the HAR');
});

test('with room for less, proof comes before writing calls, and these before other reads', async () => {
  const room = async (calls: number): Promise<readonly string[]> => shownIn(await pageOf(3, { ...limits, calls }));
  const proof = [500, 1801, polls, 2003, 2006, 2009];
  const writes = [2001, 2004, 2007];
  const sorted = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b).map(idOf);
  assert.deepEqual((await room(6)).toSorted(), sorted(proof));
  assert.deepEqual((await room(9)).toSorted(), sorted([...proof, ...writes]));
  assert.deepEqual((await room(11)).toSorted(), sorted([...proof, ...writes, 1, change]));
});

test('a run that fits is shown call by call, equal polls too', async () => {
  assert.equal(shownIn(await pageOf(3, { ...limits, calls: polls + 9 })).length, polls + 9);
});

test('a call that the page has no room for leads to the HAR of its scenario', async () => {
  const page = await pageOf(3, { ...limits, calls: 2 });
  assert.match(page, new RegExp(`<a class="file" href="${harFileOf('cards/hold:2')}">x-002009</a>`));
});
