import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BuildInfo } from '../../config/build-info.js';
import { readBuildInfo } from '../../config/embedded-build.js';
import type { ExitCode } from '../../messages/exit-code.js';
import { aResult, aStep, aWaiver, someContractChanges } from '../../verdict/testing/samples.js';
import type { Mark } from '../../verdict/verdict.js';
import type { ReproducedCause } from '../../evidence/reproduce/reproduced-cause.js';
import { anExchange, aRecording, aRun } from '../../evidence/testing/sample-run.js';
import type { ViewSource } from '../view.js';
import { auditorPage } from './auditor-page.js';
import { gatherReport } from './gather/gather-report.js';
import { limits } from './gather/limits.js';
import { markup } from './html/markup.js';
import { hostileTexts } from './testing/hostile-text.js';
import { reportSource } from './testing/report-source.js';

async function pageOf(source: ViewSource, bounds = limits): Promise<string> {
  return [...auditorPage(await gatherReport(source, bounds))].join('');
}

/** How often each element is on a page, so that two pages can be compared without their words. */
function elementsOf(page: string): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [, name = ''] of page.matchAll(/<(\/?[a-z][\w-]*)/g)) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

test('the same evidence gives the same page', async () => {
  assert.equal(await pageOf(reportSource('text')), await pageOf(reportSource('text')));
});

for (const [kind, text] of Object.entries(hostileTexts)) {
  test(`a target that answers ${kind} adds no element and no attribute to the page`, async () => {
    const [plain, page] = [await pageOf(reportSource('text')), await pageOf(reportSource(text))];
    assert.deepEqual(elementsOf(page), elementsOf(plain));
    assert.doesNotMatch(page, /[\u0000-\u0008\u200B-\u200F\u202A-\u202E\u2066-\u2069]/);
  });
}

test('the first part says the decision and why, who made the calls, against what, with which build, and who signed', async () => {
  const page = await pageOf(reportSource('A Program'));
  const front = page.slice(page.indexOf('class="front"'), page.indexOf('<nav'));
  const expected = [
    /Practice: failed/,
    /Why:<\/b> /,
    /does not hold/,
    /not by the integrator’s own application/,
    /It does not show/,
    /class emulator/,
    /https:\/\/127\.0\.0\.1:4010\/v2/,
    new RegExp(`SHA-256 <code>${'a'.repeat(64)}`),
    /axys-certify 0\.1\.0/,
    /key made for this run alone/,
    /contradicted/,
  ];
  for (const words of expected) assert.match(front, words);
  assert.ok(page.indexOf('Practice.') < page.indexOf('class="front"'));
});

test('the name of the Program stands there as it was written, in marks of its own', async () => {
  for (const program of ['Programm „Reisekarte“', '“A” ”B «C» "D"']) {
    const shown = markup`“<span class="quoted data">${program}</span>”`.toString();
    assert.ok((await pageOf(reportSource(program))).includes(`as the integrator wrote it: ${shown}`));
  }
});

test('a failed practice run says whether something was rejected or is not complete', async () => {
  const pageWith = async (exitCode: ExitCode, interrupted = false) => {
    const run = aRun();
    const gate = { ...run.gate, decision: 'practice-fail', exitCode } as const;
    return pageOf({ run: { ...run, gate, recorded: { ...run.recorded, interrupted } }, recorded: aRecording() });
  };
  const words: readonly (readonly [ExitCode, RegExp, RegExp])[] = [
    [1, /<h1>Practice run, failed: no certification</, /class="word">Practice: failed</],
    [2, /<h1>Practice run, not complete: no certification</, /class="word">Practice: not complete</],
    [3, /<h1>Practice run, harness failed: no certification</, /class="word">Practice: the harness failed</],
    [
      4,
      /<h1>Practice run, evidence not to be relied on: no certification</,
      /class="word">Practice: not to be relied on</,
    ],
  ];
  for (const [exitCode, heading, word] of words) {
    const page = await pageWith(exitCode);
    assert.match(page, heading);
    assert.match(page, word);
  }
  assert.match(await pageWith(2, true), /<h1>Practice run, interrupted: no certification</);
  assert.match(await pageWith(1, true), /<h1>Practice run, failed: no certification</);
});

test('a finding names its rows and scenarios, and says that it is waived and where', async () => {
  const finding: ReproducedCause = {
    ...{ id: 'check:card-active', level: 'fail', count: 1, message: 'not active' },
    occurrences: [{ scenario: aResult().id, exchangeId: null, curl: null, replay: 'axys-certify run' }],
  };
  const shown = async (marks: readonly Mark[]) => {
    const run = { ...aRun([aResult({ verdict: 'fail', marks })]), findings: [finding] };
    const page = await pageOf({ run, recorded: aRecording() });
    return page.slice(page.indexOf('class="findings"'), page.indexOf('id="invariants"'));
  };
  const open = await shown([]);
  assert.match(open, /href="#TM-29">TM-29</);
  assert.match(open, /href="#scenario-1">Block a card</);
  assert.doesNotMatch(open, /waived/);
  assert.match(await shown(['waived']), /waived<.*href="#waivers">Waivers</s);
});

test('what fails is named before the list of steps, each with a link to its step', async () => {
  const page = await pageOf(reportSource('A Program'));
  const before = page.slice(page.indexOf('What was examined'), page.indexOf('<ol class="gate"'));
  assert.match(before, /<a [^>]*href="#step-behaviour">nothing the target did is rejected<\/a>/);
  assert.match(page, /<li id="step-behaviour">/);
  const good = await pageOf({ run: aRun(), recorded: aRecording() });
  assert.doesNotMatch(good.slice(good.indexOf('What was examined'), good.indexOf('<ol class="gate"')), /href="#step/);
});

test('a step about nothing is not said to hold', async () => {
  const page = await pageOf({ run: aRun(), recorded: aRecording() });
  assert.match(page, /<li id="step-waivers"><span class="badge quiet">.*does not arise<\/span> no waiver was claimed/);
});

test('every link on the page leads somewhere on it, and every anchor is there once', async () => {
  const page = await pageOf(reportSource('text'));
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  assert.equal(new Set(ids).size, ids.length);
  const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
  assert.deepEqual(
    links.filter((id) => !ids.includes(id)),
    [],
  );
  assert.ok(links.length > 20);
});

test('nothing is loaded: no source, no import, no address but those of links', async () => {
  const page = await pageOf(reportSource('text'));
  assert.doesNotMatch(
    page,
    /<(?:img|link|iframe|object|embed|source|video|audio|form|base)\b|\ssrc=|@import|url\((?!#)/,
  );
  assert.match(
    page,
    /Content-Security-Policy" content="default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+'/,
  );
});

test('coverage shows each kind with its counts, names what nothing covers, and says what was let off', async () => {
  const page = await pageOf(reportSource('text'));
  const section = page.slice(page.indexOf('<section aria-labelledby="coverage"'), page.indexOf('id="questions"'));
  assert.match(section, /operation is called/);
  assert.match(section, /Operations that nothing covers \(1\)/);
  assert.match(section, /card closed\+activateCard<\/span> \(excluded\)/);
  assert.match(section, /expired/);
  assert.doesNotMatch(section, /getCard/);
});

test('beyond its limits the page names what it leaves out, worst scenarios first', async () => {
  const results = [...Array(8).keys()].map((number) =>
    aResult({
      ...{ id: `cards/hold:${number}`, name: `scenario ${number}`, exchangeIds: [`x-00000${number}`] },
      steps: [aStep({ exchangeIds: [`x-00000${number}`] })],
      verdict: number === 7 ? 'fail' : 'pass',
    }),
  );
  const exchanges = results.map(({ id }, number) => anExchange({ id: `x-00000${number}`, scenario: id }));
  const source: ViewSource = { run: aRun(results), recorded: aRecording(exchanges) };
  const bounds = { ...limits, calls: 2, scenarios: 3, scenariosOfRow: 5 };
  const page = await pageOf(source, bounds);
  assert.equal(page.match(/<details class="call">/g)?.length, 2);
  assert.match(page, /id="x-000007"/);
  assert.equal(page.match(/<details class="scenario/g)?.length, 3);
  assert.match(page, /3 more scenarios in <a class="file" href="results\/results\.ndjson">/);
  assert.match(page, /the other 6 calls are not, to keep it quick to open/);
});

test('a body is cut where it is too long, and says where it is whole', async () => {
  const text = hostileTexts['long'] ?? '';
  const page = await pageOf(reportSource(text), { ...limits, body: 500 });
  assert.match(page, /\[cut here: [\d ]+ more characters, whole in exchanges\/exchanges\.ndjson\]/);
});

test('the decision box names what is waived, by whom and until when, and says that not every row is demonstrated', async () => {
  const plain: ViewSource = { run: aRun(), recorded: aRecording() };
  const waived: ViewSource = { run: { ...aRun(), waivers: [aWaiver()] }, recorded: aRecording() };
  const boxOf = (page: string) => page.slice(page.indexOf('class="decision'), page.indexOf('What was examined'));
  const box = boxOf(await pageOf(waived));
  assert.match(box, /Practice: passed, with 1 waiver</);
  assert.match(box, /is demonstrated, but for what does not hold and is waived/);
  assert.match(box, /TM-29 card-active \(by A\. Person, until 2026-12-31\)/);
  assert.doesNotMatch(boxOf(await pageOf(plain)), /waive/);
});

test('the build that made the pack is named by version, commit, code and uncommitted changes', async () => {
  const build = { ...readBuildInfo(), commit: 'ab'.repeat(20), codeSha256: 'cd'.repeat(32) };
  const withBuild = async (change: Partial<BuildInfo>) => {
    const buildScore = { version: 1, build: { ...build, ...change }, none: 'none was made' } as const;
    return pageOf({ run: { ...aRun(), buildScore }, recorded: aRecording() });
  };
  const named = /axys-certify 0\.1\.0, commit <code>abababababab<\/code>, code <code>cdcdcdcdcdcd<\/code>, /;
  assert.match(await withBuild({ uncommittedChanges: false }), new RegExp(`${named.source}no uncommitted changes`));
  assert.match(await withBuild({ uncommittedChanges: true }), new RegExp(`${named.source}<b>with uncommitted changes`));
  assert.match(await withBuild({ commit: null, uncommittedChanges: null }), /made outside a checkout, .* is not known/);
});

test('the heading is ours by the decision; the name of the Program stands below it in a box of its own, which its marks do not end', async () => {
  const program = 'CERTIFIED FOR GO-LIVE by Axys” (all rows passed)';
  const run = aRun();
  const page = await pageOf({ run: { ...run, facts: { ...run.facts, program } }, recorded: aRecording() });
  assert.match(
    page,
    /<h1>Practice run: no certification<\/h1>\n<p class="part">Name of the Program, as the integrator /,
  );
  assert.match(page, /<title>Practice run: no certification, run-1<\/title>/);
  const shown = page.split(program).length - 1;
  assert.ok(shown > 1);
  assert.equal(page.split(`“<span class="quoted data">${program}</span>”`).length - 1, shown);
});

test('what the marks mean stands before the rows that bear them', async () => {
  const page = await pageOf(reportSource('text'));
  assert.ok(page.indexOf('What the marks mean') < page.indexOf('The test matrix with outcomes'));
});

test('the numbers of a stopped run add up, and the digest of the contract says what it is of', async () => {
  const scenarios = JSON.stringify({ description: 'all scenarios', scenarios: [{}, {}, {}] });
  const recorded = aRecording([], { 'plan/scenarios.json': scenarios });
  const run = aRun([aResult({ verdict: 'not-run', exchangeIds: [], checks: [], steps: [] })]);
  const page = await pageOf({ run, recorded });
  assert.match(page, /<dt>3 scenarios<\/dt>.*<b>1<\/b>.*not-run.*<b>2<\/b>.*planned, without a result/);
  assert.match(page, /3 scenarios planned, 1 result, 0 calls; selection: all scenarios/);
  assert.match(page, /of its canonical JSON, RFC 8785; <code>manifest\.sha256<\/code> has that of the file/);
});

test('a contract that the operator weakened is named in front, and each rule with both values in its section', async () => {
  const plain: ViewSource = { run: aRun(), recorded: aRecording() };
  const contractChanges = someContractChanges();
  const softened: ViewSource = { run: { ...aRun(), contractChanges }, recorded: aRecording() };
  const page = await pageOf(softened);
  const box = page.slice(page.indexOf('class="decision'), page.indexOf('What was examined'));
  assert.match(box, /Practice: passed, with 1 weakened rule</);
  assert.match(box, /made rules of the published one weaker/);
  assert.match(
    box,
    /Weaker here than in the published contract:.*schemas\/Card \.cardId is now any type, was integer/s,
  );
  assert.match(
    page,
    /<dt>With<\/dt>.*<b>changed by a document of whoever ran it<\/b> \(1 difference .*<b>1 rule weaker<\/b>/,
  );
  const section = page.slice(page.indexOf('id="contract"'), page.indexOf('id="findings"'));
  for (const cell of ['integer', 'any type', 'documented', 'getCard']) assert.ok(section.includes(`>${cell}<`), cell);
  const before = await pageOf(plain);
  assert.doesNotMatch(before, /weaken|changed by a document/);
  assert.match(before, /judged by the contract of the build/);
});
