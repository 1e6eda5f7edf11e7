import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderVerification } from './render-verification.js';
import type { Verification } from './verification.js';

const found: Verification = {
  ...{ pack: 'p', runId: 'run-1', decision: 'certifiable', sound: true },
  steps: [{ id: 'files', title: 'files', outcome: 'ok', items: [] }],
  doesNotShow: ['the record is a word'],
};

const asked = (problem: string): Verification => ({
  ...found,
  sound: false,
  steps: [...found.steps, { id: 'require', title: 'r', outcome: 'failed', items: [{ where: 'w', problem }] }],
});

test('what a sound pack does not show stands at the end, and nothing of the kind where there is nothing to say', () => {
  assert.match(
    renderVerification(found, { colour: false }),
    /^SOUND .*\nWhat this does not show\n {2}the record is a word\n$/s,
  );
  const broken = { ...found, sound: false, doesNotShow: [] };
  assert.doesNotMatch(renderVerification(broken, { colour: false }), /does not show/);
});

test('a sound pack that is not what was asked for says why in its first line', () => {
  const [first] = renderVerification(asked('nobody knows who signed it'), { colour: false }).split('\n');
  assert.equal(first, 'SOUND, but not what --require asked for: nobody knows who signed it (exit 4)');
});

test('nothing that a foreign pack says steers the terminal, or turns round how a line is read', () => {
  const hostile = 'a\u001b[2Kb\u009bc\u202ed\u2066e\u200ff\r\n::set-output name=x::g\u2028h\ufeffi';
  const shown = renderVerification({ ...asked(hostile), runId: hostile, doesNotShow: [hostile] }, { colour: false });
  assert.doesNotMatch(
    shown,
    /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/,
  );
  assert.doesNotMatch(shown, /^::/m);
});
