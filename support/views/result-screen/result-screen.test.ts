import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  aCheck,
  aFinding,
  aResult,
  aRow,
  aRowResult,
  aWaiver,
  someContractChanges,
} from '../../verdict/testing/samples.js';
import type { RequirementOutcome, ScenarioVerdict } from '../../verdict/verdict.js';
import { someComparison } from '../../diff/dossier/testing/sample-comparison.js';
import { renderResultScreen } from './result-screen.js';
import type { TestScripts } from '../../evidence/test-scripts/test-script.js';
import { aRun } from '../../evidence/testing/sample-run.js';

const options = { pack: 'reports/runs/run-1', colour: false, width: 100 };

test('a good run says so in full', () => {
  assert.equal(
    renderResultScreen(aRun(), options),
    [
      'PRACTICE-PASS (exit 0)',
      'Why: every applicable row that software can drive is demonstrated',
      'Target: emulator (emulator) https://127.0.0.1:4010/v2, run run-1',
      'Scenarios: 1: 1 pass',
      'Requirements: 1: 1 demonstrated',
      '',
      'Gate',
      '  ok   the evidence is complete and unaltered',
      '  ok   no card data in the evidence',
      '  note this run cannot certify, for the reasons named (3): practice: the run is one on the emulator…',
      '  ok   the connections show the target that the run names',
      '  ok   the contract that judged is the one frozen in the plan',
      '  ok   no rule of the published contract is weaker in the one that judged',
      '  ok   does not arise: nothing was carried over from an earlier run',
      '  ok   the harness itself worked',
      '  ok   every planned scenario has exactly one final verdict, and Cucumber counts the same',
      '  ok   the clock of this machine ran evenly',
      '  ok   every exchange was judged',
      '  ok   every scenario reached a verdict about the target',
      '  ok   no scenario ended without a check',
      '  ok   every verdict follows from the recorded exchanges',
      '  ok   nothing the target did is rejected',
      '  ok   no applicable MUST row that software drives is left open',
      '  note rows about the platform itself are proved in practice only (1): 1 row rests on a simulated t…',
      '  ok   money and lifecycles kept their rules over all traffic',
      '  ok   no scenario of a MUST row changed its verdict between attempts',
      '  ok   does not arise: no waiver was claimed',
      '  ok   does not arise: no applicable row is for people',
      '  ok   no review or advisory is open',
      '',
      'Open questions: 0 answered, 0 open (questions.json)',
      'Finds: no score for this build: no mutation run of it was made (axys-certify mutate)',
      'Left behind: nothing (leftovers.json)',
      'Pack: reports/runs/run-1',
      '',
    ].join('\n'),
  );
});

test('a shard names what comes next for all of them, never cut, and nothing to carry', () => {
  const testScripts = { shard: { index: 2, of: 4 }, command: null, scripts: [] };
  const screen = renderResultScreen({ ...aRun(), testScripts }, { ...options, width: 20 });
  assert.match(screen, /\n\nNext: merge all 4 shards, of which this is number 2: axys-certify merge RUN1 .*\.\nOpen/);
  assert.doesNotMatch(screen, /--carry|Still to run:/);
});

test('open questions are counted beside the pack', () => {
  const states = ['answered', 'answered', 'not-answered', 'for-people'] as const;
  const questions = states.map((state, n) => ({
    ...{ id: `Q-${n}`, question: '?', answer: '', exchangeIds: [], state, conflicting: false, seen: [], sources: [] },
  }));
  const run = { ...aRun(), questions };
  assert.match(
    renderResultScreen(run, options),
    /\n\nOpen questions: 2 answered, 2 open \(questions\.json\)\nFinds: no score .+\nLeft behind: nothing \(leftovers\.json\)\nPack: reports\/runs\/run-1\n$/,
  );
});

test('a bad run names the decision first, then the gate, causes and rows', () => {
  const bad = aResult({
    verdict: 'fail',
    reason: 'not active',
    checks: [aCheck({ outcome: 'violated', received: '2' })],
    findings: [aFinding()],
  });
  const lines = renderResultScreen(aRun([bad]), options).split('\n');
  assert.equal(lines[0], 'PRACTICE-FAIL (exit 1)');
  assert.match(lines[1] ?? '', /^Why: "nothing the target did is rejected" does not hold: TM-29/);
  assert.ok(lines.some((line) => line.startsWith('  FAIL nothing the target did is rejected (2): TM-29')));
  assert.ok(lines.some((line) => line.startsWith('  1 x fail check:card-active in 1 scenario:')));
  assert.ok(lines.some((line) => line.startsWith('  TM-29 Block and unblock: contradicted, scenario')));
});

test('the first causes come with the call and the command that show them again, uncut', () => {
  const findings = ['a', 'b', 'c', 'd'].map((cause) => aFinding({ cause, exchangeId: `x-${cause}` }));
  const run = aRun([aResult({ verdict: 'fail', findings })]);
  const curl = `curl ${'y'.repeat(200)}`;
  const shown = findings.map(({ cause: id, exchangeId }) => ({
    ...{ id, level: 'fail' as const, count: 1, message: 'm' },
    occurrences: [{ scenario: 's', exchangeId, curl: `${curl}${id}`, replay: 'axys-certify run --scenario s' }],
  }));
  const lines = renderResultScreen({ ...run, findings: shown }, options).split('\n');
  const first = lines.findIndex((line) => line.includes('1 x fail a in 1 scenario'));
  assert.deepEqual(lines.slice(first + 1, first + 4), [
    '      first in exchange x-a',
    `      ${curl}a`,
    '      axys-certify run --scenario s',
  ]);
  assert.equal(lines.filter((line) => line.includes(curl)).length, 3, 'the rest is in the file');
  assert.ok(lines.includes('  every call and command: results/findings.json'));
});

test('an unmet check names the page that it comes from', () => {
  const check = aCheck({ outcome: 'violated', source: 'docs/cards', exchangeIds: ['x-1'] });
  const occurrences = [{ scenario: 's', exchangeId: 'x-1', curl: null, replay: 'axys-certify run --scenario s' }];
  const findings = [{ id: `check:${check.id}`, level: 'fail' as const, count: 1, message: 'm', occurrences }];
  const screen = renderResultScreen({ ...aRun([aResult({ verdict: 'fail', checks: [check] })]), findings }, options);
  assert.match(screen, /\n {6}by docs\/cards, first in exchange x-1\n {6}axys-certify run --scenario s\n/);
});

test('commands of the pack are shown with what this machine has to give them again', () => {
  const occurrences = [{ scenario: 's', exchangeId: 'x-a', curl: 'curl y', replay: 'axys-certify run --scenario s' }];
  const findings = [{ id: 'a', level: 'fail' as const, count: 1, message: 'm', occurrences }];
  const bad = aResult({ verdict: 'fail', findings: [aFinding({ cause: 'a', exchangeId: 'x-a' })] });
  const scripts = [{ requirement: 'TM-42' }] as unknown as TestScripts['scripts'];
  const testScripts = { command: 'axys-certify run --carry run-1', scripts };
  const run = { ...aRun([bad]), findings, testScripts };
  const screen = renderResultScreen(run, { ...options, again: '--out fail --env-file e.env', width: 20 });
  for (const command of ['run --scenario s', 'run --carry run-1'])
    assert.ok(screen.includes(` axys-certify ${command} --out fail --env-file e.env\n`), screen);
  const variables = 'AXYS_ENV=staging AXYS_CONTRACT=v3.yaml';
  const set = renderResultScreen(run, { ...options, again: '--env-file e.env', variables, width: 20 });
  assert.ok(set.includes(` ${variables} axys-certify run --scenario s --env-file e.env\n`), set);
});

test('rows for people are named even when the run is green', () => {
  const rows = [
    aRow(),
    aRow({ id: 'TM-42', title: 'SMS reply', trigger: 'people', people: 'Answer the SMS.', proves: [] }),
  ];
  const screen = renderResultScreen(aRun([aResult()], rows), options);
  assert.match(screen, /^PRACTICE-PASS/);
  assert.match(screen, /TM-42 SMS reply: not-demonstrated, for people: Answer the SMS\./);
});

test('where not even the connection is shown, it names who can explain that', () => {
  const without = (outcome: RequirementOutcome, ...verdicts: readonly ScenarioVerdict[]) => {
    const scenarios = verdicts.map((verdict) => ({ id: 's', name: 'S', verdict, marks: [] }));
    return renderResultScreen({ ...aRun(), requirements: [aRowResult({ id: 'TM-10', outcome, scenarios })] }, options);
  };
  for (const outcome of ['contradicted', 'not-demonstrated'] as const)
    assert.match(without(outcome, 'inconclusive'), /No call came through as it should \(TM-10\): axys-certify doctor/);
  for (const outcome of ['demonstrated', 'out-of-scope'] as const)
    assert.doesNotMatch(without(outcome, 'pass'), /doctor/);
  // A run that was stopped before: its calls may all have come through.
  for (const verdicts of [[], ['not-run']] as const)
    assert.doesNotMatch(without('not-demonstrated', ...verdicts), /doctor/);
});

test('a contradicted row is named however many rows with an advisory stand before it', () => {
  const advisories = Array.from({ length: 60 }, (_, index) =>
    aRowResult({
      id: `TM-${String(index + 10)}`,
      outcome: 'demonstrated-with-advisory',
      reason: 'review: a new member',
    }),
  );
  const requirements = [...advisories, aRowResult({ id: 'TM-99', outcome: 'contradicted', reason: 'money was lost' })];
  const lines = renderResultScreen({ ...aRun(), requirements }, options).split('\n');
  const [first] = lines.slice(lines.indexOf('Rows to look at') + 1);
  assert.match(first ?? '', /^ {2}TM-99 .*: contradicted, money was lost$/);
});

test('however much there is to say, it fits one screen', () => {
  const results = Array.from({ length: 200 }, (_, n) =>
    aResult({
      id: `s${n}`,
      verdict: 'fail',
      findings: [aFinding({ cause: `cause ${n}`, message: `long\n${'x'.repeat(500)}` })],
    }),
  );
  const lines = renderResultScreen(aRun(results), options).split('\n');
  assert.ok(lines.length <= 66, `${lines.length} lines`);
  assert.ok(lines.every((line) => line.length <= (line.startsWith('Why: ') ? 500 : 100)));
  assert.ok(lines.includes('  and 196 more, in results/findings.json'));
});

test('on a narrow terminal a failure still names what was expected and what came, in lines that fit', () => {
  const message = `the status: expected ${'one of many words '.repeat(6)}, received the END`;
  const bad = aResult({
    verdict: 'fail',
    reason: `it failed: ${message}`,
    checks: [],
    findings: [aFinding({ message })],
  });
  const screen = renderResultScreen(aRun([bad]), { ...options, width: 80 });
  const lines = screen.split('\n');
  const whole = (start: string): string => {
    const first = lines.findIndex((line) => line.startsWith(start));
    const after = lines.slice(first + 1);
    const rest = after.findIndex((line) => !line.startsWith('       '));
    return [lines[first], ...after.slice(0, rest)].map((line) => line?.trim()).join(' ');
  };
  for (const start of ['  FAIL nothing the target did', '  1 x fail', '  TM-29 Block and unblock: contradicted'])
    assert.match(whole(start), /, received the END/, screen);
  assert.match(lines[1] ?? '', /^Why: .*received the END/);
  assert.ok(
    lines.every((line) => line.length <= 80 || line.startsWith('Why: ')),
    screen,
  );
});

test('a word longer than a line is broken, not cut, and a long target keeps the id of its run', () => {
  const run = aRun();
  const baseUrl = `https://127.0.0.1:4010/${'v'.repeat(90)}`;
  const facts = { ...run.facts, target: { ...run.facts.target, baseUrl } };
  const lines = renderResultScreen({ ...run, facts }, { ...options, width: 60 }).split('\n');
  const target = lines.slice(
    2,
    lines.findIndex((line) => line.startsWith('Scenarios')),
  );
  assert.match(target.map((line) => line.trim()).join(''), /v{90},\s?run run-1$/);
  assert.ok(target.every((line) => line.length <= 60));
});

test('a run that was stopped says of how many scenarios it had results', () => {
  const run = { ...aRun(), planned: 132 };
  assert.match(renderResultScreen(run, options), /^Scenarios: 1 of 132 planned: 1 pass$/m);
  assert.match(renderResultScreen({ ...run, planned: 1 }, options), /^Scenarios: 1: 1 pass$/m);
});

test('colour changes nothing but colour', () => {
  const coloured = renderResultScreen(aRun(), { ...options, colour: true });
  assert.notEqual(coloured, renderResultScreen(aRun(), options));
  assert.equal(coloured.replace(/\u001B\[\d+m/g, ''), renderResultScreen(aRun(), options));
});

test('a run with a baseline says what changed, the worst open change with its cause, and what is to be shown again', () => {
  const screen = renderResultScreen(
    { ...aRun(), comparison: someComparison('a sentence') },
    { ...options, width: 160 },
  );
  const [, ...lines] = screen.slice(screen.indexOf('Changed since')).split('\n');
  assert.match(
    screen,
    /^Changed since run-20261111T080000Z-bbbbbb \(practice-pass, 2026-11-11\), same contract, 1 scen/m,
  );
  assert.deepEqual(lines.slice(0, 5), [
    '  2 breaking (1 open), 1 additive',
    '  approvals: 1 used, 1 stale, 1 expired',
    '  breaking 0b0b0b0b0b0b a sentence; unknown (x-000010 -> x-000001)',
    '  rows to certify again: 1, still to be shown: TM-29',
    '  all of it: comparison/dossier.json',
  ]);
});

test('what is waived is listed with person and day', () => {
  const screen = renderResultScreen({ ...aRun(), waivers: [aWaiver()] }, options);
  assert.match(screen, /\n\nWaived: what does not hold.*\n {2}TM-29 card-active \(by A\. Person, until 2026-12-31\)\n/);
  assert.doesNotMatch(renderResultScreen(aRun(), options), /Waived/);
});

test('what is weaker than the published contract is listed', () => {
  const screen = renderResultScreen({ ...aRun(), contractChanges: someContractChanges() }, options);
  assert.match(
    screen,
    /\n\nWeaker than the published contract\n {2}schemas\/Card \.cardId is now any type, was integer/,
  );
  assert.doesNotMatch(renderResultScreen(aRun(), options), /Weaker than/);
});
