import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CodedError } from '../messages/coded-error.js';
import { explainError } from './explain-error.js';
import { machineRefusals } from './machine-refusals.js';

/** What is said of an error, and the exit code it leads to. */
function explained(error: unknown): readonly [string, number] {
  const said: string[] = [];
  const code = explainError(error, { stderr: { write: (text) => said.push(text) } });
  return [said.join(''), code];
}

const refused = (code: string) => Object.assign(new Error(`${code}: no, open '/reports/runs'`), { code });

test('what the machine refuses is no defect of ours, and the next step is said', () => {
  for (const [code, remedy] of machineRefusals) {
    assert.deepEqual(explained(refused(code)), [
      `CMD-307: The machine refused what the command needs: ${code}: no, open '/reports/runs'.\n  ${remedy}\n`,
      3,
    ]);
  }
});

test('of several errors that came together the first one is told', () => {
  const several = new AggregateError([refused('ENOSPC'), new Error('another')], 'several things could not be closed');
  assert.match(explained(several)[0], /^CMD-307: .*ENOSPC/);
});

test('anything else is a defect of ours, told without what it quotes', () => {
  const [said, code] = explained(new TypeError("cannot read 'a long secret text'"));
  assert.equal(code, 3);
  assert.match(said, /^CMD-301: .*TypeError: cannot read '\.\.\.'\.\n {2}Please report this as a defect\n$/);
  assert.match(explained(new AggregateError([], 'nothing'))[0], /^CMD-301: .*nothing/);
});

test('no control character of a file or a name reaches the terminal', () => {
  const [said] = explained(
    new CodedError({ code: 'X-1', text: 'a file\u001b]0;title\u0007\u009b2J\u202e\r', next: 'look\u0000' }, 'usage'),
  );
  assert.equal(said.replace(/\n/g, '').search(/[\p{Cc}\p{Cf}]/u), -1, JSON.stringify(said));
});
