import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shapeProblem } from '../config/evidence-schema.js';
import { duration } from './auditor-report/words/count-words.js';
import { pauseWords } from './pause-words.js';
import { renderStepSummary } from './step-summary/step-summary.js';
import { summaryOf } from '../evidence/summary.js';
import { aRun } from '../evidence/testing/sample-run.js';

const pause = { from: '2026-11-21T08:00:00.000Z', to: '2026-11-23T10:30:00.000Z', stopped: true };
const words = 'stopped 2026-11-21 08:00:00 UTC, resumed 2026-11-23 10:30:00 UTC, after 2 days 2 h';

test('a pause says when it began and ended, and how long it was', () => {
  assert.equal(pauseWords(pause), words);
  const backwards = { from: pause.to, to: pause.from, stopped: false };
  assert.match(pauseWords(backwards), /^broke off 2026-11-23 .*, after 0 ms$/);
});

test('durations are told in units that fit', () => {
  const told = [900, 119_000, 125_900, 7_199_000, 7_260_000, 172_800_000].map(duration);
  assert.deepEqual(told, ['900 ms', '119.0 s', '2 min 5 s', '119 min 59 s', '2 h 1 min', '2 days 0 h']);
});

test('summary.json and the step summary of a resumed run name its pauses, and of a run in one piece none', () => {
  const resumed = { ...aRun(), pauses: [pause] };
  assert.deepEqual(summaryOf(resumed).pauses, [pause]);
  assert.equal(shapeProblem('summary', summaryOf(resumed)), null);
  assert.ok(renderStepSummary(resumed).includes(`| In parts | ${words} |`));
  assert.equal('pauses' in summaryOf(aRun()), false);
  assert.doesNotMatch(renderStepSummary(aRun()), /In parts/);
});
