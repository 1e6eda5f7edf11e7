import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Clock } from '../config/clock.js';
import { createProgress } from './progress.js';

const clock: Clock = { now: () => Date.UTC(2026, 10, 21, 12, 0, 0), sleep: () => Promise.resolve() };

function drive(isTTY: boolean, columns = 120): string {
  const written: string[] = [];
  const progress = createProgress({ write: (text) => written.push(text), isTTY, columns }, clock);
  progress.runStarted(2);
  progress.scenarioStarted('A cardholder passes KYC');
  progress.waiting('cardholder status Approved', clock.now() + 5000);
  progress.waiting('a slow thing', clock.now() + 7_200_000);
  progress.waiting('a slow thing', clock.now() + 7_200_000);
  progress.scenarioFinished('onboarding/kyc:pass', 'pass');
  progress.scenarioStarted('A card is issued');
  progress.scenarioFinished('cards/issue:virtual', 'fail');
  progress.finished();
  return written.join('');
}

describe('createProgress', () => {
  it('writes plain lines without a terminal, and a wait only when it may take long, once', () => {
    assert.equal(
      drive(false),
      [
        'running 2 scenarios',
        'waiting for a slow thing until 2026-11-21T14:00:00.000Z',
        '[1/2] pass           onboarding/kyc:pass',
        '[2/2] fail           cards/issue:virtual',
        '',
      ].join('\n'),
    );
  });

  it('keeps one living line on a terminal with count, scenario, wait and deadline', () => {
    const written = drive(true);
    assert.ok(
      written.includes(
        '[0/2] A cardholder passes KYC, waiting for cardholder status Approved (5 s left, until 12:00:05Z)',
      ),
    );
    assert.ok(written.includes('\r\u001b[2Kfail: cards/issue:virtual\n'), 'what did not pass stays on screen');
    assert.ok(!written.includes('pass: onboarding'));
    assert.ok(written.endsWith('\r\u001b[2K'));
  });

  it('never draws past the edge of the terminal', () => {
    const lines = drive(true, 30)
      .split('\r\u001b[2K')
      .filter((line) => !line.endsWith('\n'));
    assert.ok(lines.every((line) => line.length < 30));
  });
});
