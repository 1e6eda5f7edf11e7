import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shapeProblem } from '../../config/evidence-schema.js';
import type { Requirement } from '../../verdict/requirement.js';
import type { RequirementResult } from '../../verdict/requirement-result.js';
import { aClaim, aResult, aRow, aRowResult, aWaiver, someContractChanges } from '../../verdict/testing/samples.js';
import { aKnownScenario, aRun } from '../testing/sample-run.js';
import { listTestScripts } from './list-test-scripts.js';
import { renderTestScripts } from './render-test-scripts.js';

/** Nothing is waived, and the published contract judged. */
const plainly = { waivers: [], contractChanges: null };

const known = [aKnownScenario(), aKnownScenario({ id: 'cards/other:x', name: 'Other', requirements: ['TM-30'] })];

interface Setting {
  readonly row?: Partial<Requirement>;
  readonly result?: Partial<RequirementResult>;
  readonly results?: readonly ReturnType<typeof aResult>[];
  readonly environment?: 'emulator' | 'staging';
}

function scriptsOf({ row = {}, result = {}, results = [], environment = 'emulator' }: Setting) {
  const run = aRun(results, [aRow(row)]);
  const facts = { ...run.facts, target: { ...run.facts.target, environment } };
  return listTestScripts({ ...run, facts, requirements: [aRowResult({ id: row.id ?? 'TM-29', ...result })] }, known);
}

test('a row that is demonstrated, waived or not applicable has no script, and the list says so', () => {
  for (const result of [
    { outcome: 'demonstrated' },
    { outcome: 'demonstrated-with-advisory' },
    { outcome: 'not-applicable' },
    { outcome: 'contradicted', marks: ['waived'] },
  ] as const) {
    assert.deepEqual(scriptsOf({ result }), { command: null, scripts: [] });
  }
  assert.match(renderTestScripts('run-1', { command: null, scripts: [] }, plainly), /none\. Every applicable row/);
});

test('a shard has none: what it left is for the run that all shards are merged into', () => {
  const run = { ...aRun(), requirements: [aRowResult({ outcome: 'not-demonstrated' })] };
  const found = listTestScripts(run, known, { index: 2, of: 4 });
  assert.deepEqual(found, { shard: { index: 2, of: 4 }, command: null, scripts: [] });
  assert.equal(shapeProblem('test-scripts', found), null);
  assert.match(renderTestScripts('run-1', found, plainly), /after run-1:\nNext: merge all 4 shards/);
});

test('a run that was stopped and can go on has one way on; one whose emulator ended with it has to be carried on', () => {
  const wayOn = (target: 'emulator' | 'loopback' | 'real', interrupted: boolean, planned = 0) => {
    const run = aRun([]);
    const facts = { ...run.facts, target: { ...run.facts.target, class: target } };
    const requirements = [aRowResult({ outcome: 'not-demonstrated' })];
    const recorded = { ...run.recorded, interrupted };
    return listTestScripts({ ...run, facts, recorded, planned, requirements }, known);
  };
  for (const target of ['loopback', 'real'] as const) {
    const found = wayOn(target, true);
    assert.equal(found.command, 'axys-certify run --resume run-1');
    assert.match(
      renderTestScripts('run-1', found, plainly),
      /The run was stopped\. This goes on with it:\n {4}axys-certify/,
    );
    assert.equal(wayOn(target, false).command, 'axys-certify run --carry run-1');
  }
  assert.equal(wayOn('emulator', true).command, 'axys-certify run --carry run-1');
  assert.equal(wayOn('real', false, 5).command, 'axys-certify run --resume run-1', 'a full disk stops a run too');
});

test('any other row has why, the exact command, its scenarios, calls and the most it creates', () => {
  for (const outcome of ['not-demonstrated', 'contradicted', 'out-of-scope'] as const) {
    const found = scriptsOf({ result: { outcome, reason: 'because' } });
    assert.equal(found.command, 'axys-certify run --carry run-1');
    const [script] = found.scripts;
    assert.ok(script !== undefined);
    assert.equal(script.command, 'axys-certify run --tags @TM-29 --carry run-1');
    assert.deepEqual(
      [script.why, script.scenarios.map(({ id, verdict }) => [id, verdict])],
      ['because', [['cards/hold:block-a-card', null]]],
    );
    assert.deepEqual([script.calls, script.creates], [['issueVirtualCard', 'setCardStatus'], { card: 1 }]);
    assert.equal(shapeProblem('test-scripts', found), null);
  }
});

test('a row of the phase after go-live, and one of a capability the profile denies, has none either', () => {
  const result = { outcome: 'out-of-scope' } as const;
  assert.deepEqual(scriptsOf({ row: { phase: 'go-live' }, result }).scripts, []);
  const run = aRun([], [aRow({ needs: ['sumsub'] })]);
  const recorded = { ...run.recorded, claims: [aClaim('upheld')] };
  assert.deepEqual(listTestScripts({ ...run, recorded, requirements: [aRowResult(result)] }, known).scripts, []);
});

test('a row for people has no command; it needs the person and then an attestation', () => {
  const found = scriptsOf({ result: { outcome: 'not-demonstrated', peopleTask: 'Answer the SMS.' } });
  assert.deepEqual([found.command, found.scripts[0]?.command], [null, null]);
  assert.match(
    found.scripts[0]?.needs.join('|') ?? '',
    /^a person: Answer the SMS\.\|afterwards an attestation of TM-29/,
  );
});

const needs: readonly (readonly [string, Setting, RegExp])[] = [
  [
    'a simulation nobody confirmed',
    { row: { simulations: ['simulateCardSpend'] }, environment: 'staging' },
    /confirmation of simulateCardSpend.*AXYS_CONTRACT_OVERLAY/,
  ],
  ['a capability', { row: { needs: ['wallets'] } }, /capabilities\.wallets/],
  ['money on a wallet', { row: { area: 'wallet' }, environment: 'staging' }, /fundedWalletId/],
  ['an organic outcome', { row: { trigger: 'organic', level: 'SHOULD' } }, /patience/],
  ['a contradicted row', { result: { outcome: 'contradicted' } }, /behaves as documented/],
  ['an unstable scenario', { results: [aResult({ marks: ['unstable'] })] }, /why its verdict changed/],
  [
    'an env-file that is missing',
    { results: [aResult({ verdict: 'not-run', problem: { code: 'WLD-111', message: 'none' } })] },
    /AXYS_PRODUCTION_ENV_FILE/,
  ],
];

for (const [name, setting, sentence] of needs) {
  test(`what it needs: ${name}`, () => {
    const { scripts } = scriptsOf({ ...setting, result: { outcome: 'not-demonstrated', ...setting.result } });
    assert.match(scripts[0]?.needs.join('\n') ?? '', sentence);
  });
}

test('a row that waits for another contract takes nothing over: what was judged by the present one is refused', () => {
  const problem = { code: 'WLD-102', message: 'unconfirmed' };
  const results = [aResult({ verdict: 'not-run', problem })];
  const found = scriptsOf({ result: { outcome: 'not-demonstrated' }, results });
  assert.deepEqual([found.command, found.scripts[0]?.command], ['axys-certify run', 'axys-certify run --tags @TM-29']);
  assert.equal(shapeProblem('test-scripts', found), null);
  assert.match(renderTestScripts('run-1', found, plainly), /once the contract is confirmed.*\n {4}axys-certify run\n/);
});

test('a row that lacks nothing but its run needs nothing', () => {
  assert.deepEqual(scriptsOf({ result: { outcome: 'out-of-scope' } }).scripts[0]?.needs, []);
});

test('the text names row, reason, command, needs and the Gherkin of each scenario, each on its own line', () => {
  const results = [aResult({ verdict: 'inconclusive' })];
  const found = scriptsOf({
    row: { needs: ['wallets'] },
    result: { outcome: 'not-demonstrated', reason: 'a\nb' },
    results,
  });
  assert.equal(
    renderTestScripts('run-1', found, plainly),
    [
      'Test scripts still to run after run-1: 1.',
      'All that software can run, with the rest taken from this pack:',
      '    axys-certify run --carry run-1',
      'Add the flags this run was given, such as --env-file, --program and --out.',
      '',
      'TM-29 Block and unblock (MUST, not-demonstrated)',
      '  Why: a b',
      '  Run: axys-certify run --tags @TM-29 --carry run-1',
      '  Needs: capabilities.wallets of the Program, as the profile says',
      '  Calls: issueVirtualCard, setCardStatus; creates at most 1 card',
      '  Scenario: Block a card (inconclusive)',
      '    Given an active card',
      '    When it is blocked',
      '',
    ].join('\n'),
  );
});

test('a row that is waived is no test script, and the text names it instead of calling every row demonstrated', () => {
  const none = renderTestScripts('run-1', { command: null, scripts: [] }, { ...plainly, waivers: [aWaiver()] });
  assert.match(
    none,
    /none\. 1 row rests on a waiver: TM-29 card-active \(by A\. Person, until 2026-12-31\)\. Every other/,
  );
  const some = renderTestScripts('run-1', scriptsOf({ result: { outcome: 'not-demonstrated' } }), {
    ...plainly,
    waivers: [aWaiver()],
  });
  assert.match(some, /\nNot among them: 1 row rests on a waiver: TM-29 /);
});

test('what is demonstrated by a weakened contract only is not called demonstrated without a word', () => {
  const softened = { ...plainly, contractChanges: someContractChanges() };
  const none = renderTestScripts('run-1', { command: null, scripts: [] }, softened);
  assert.match(
    none,
    /Every applicable row is demonstrated\. All that is judged by a contract with 1 rule that is weaker/,
  );
  const some = renderTestScripts('run-1', scriptsOf({ result: { outcome: 'not-demonstrated' } }), softened);
  assert.match(
    some,
    /\nWhat is demonstrated is judged by a contract with 1 rule that is weaker than published: schemas/,
  );
});
