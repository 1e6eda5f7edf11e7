import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { errorsOf } from '../messages/coded-error.js';
import { worldMessages } from '../messages/world-messages.js';
import { setRunContext, type RunContext } from '../runner/run-context.js';
import { maskingErrors } from './masking-errors.js';

const coded = errorsOf(worldMessages, 'incomplete');
const maskText = (text: string) => text.replaceAll('4111111111111111', '****');
const context = { recorder: { maskText } } as unknown as RunContext;
afterEach(() => {
  setRunContext(null);
});

test('what a step throws is masked before Cucumber sees it, at once or later', async () => {
  setRunContext(context);
  const thrown = new Error('card 4111111111111111');
  assert.throws(
    () =>
      maskingErrors(() => {
        throw thrown;
      })(),
    (error: unknown) => error === thrown && thrown.message === 'card ****' && !String(thrown.stack).includes('4111'),
  );
  const rejecting = maskingErrors(() => Promise.reject(coded('WLD-105', { what: '4111111111111111' })));
  await assert.rejects(Promise.resolve(rejecting()), { code: 'WLD-105', exit: 2, message: /\*\*\*\*/ });
});

test('what is no error says nothing of itself', () => {
  setRunContext(context);
  const throwing = maskingErrors(() => {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- what the wrapper is for
    throw '4111111111111111';
  });
  assert.throws(throwing, { message: 'something that is no error was thrown' });
});

test('results, this and arguments pass through', async () => {
  setRunContext(context);
  const wrapped = maskingErrors(function (this: unknown, one: unknown) {
    return [this, one];
  });
  assert.deepEqual(wrapped.call('world', 1), ['world', 1]);
  assert.equal(await maskingErrors(async () => Promise.resolve(3))(), 3);
});
