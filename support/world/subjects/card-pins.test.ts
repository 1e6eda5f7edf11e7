import assert from 'node:assert/strict';
import { test } from 'node:test';
import { said } from '../../verdict/checks/pair-builders.js';
import type { ScenarioScope } from '../scenario-scope.js';
import { CardPins } from './card-pins.js';

test('whoever does not know the PIN never names the one that a call has set', async () => {
  const sent: string[] = [];
  const scope = {
    // Draws 4322, the number behind the default PIN of the card.
    random: () => (4322 - 1000) / 9000 + 1e-9,
    call: (_: string, { body }: { readonly body: { readonly currentPin: string } }) => {
      sent.push(body.currentPin);
      return Promise.resolve(said({ status: 'success' }));
    },
  } as unknown as ScenarioScope;
  const pins = new CardPins(scope, { id: 7, issued: said({ maskedCardNumber: '************4321' }) });
  await pins.changeUnknown();
  assert.equal(pins.choose(), 4322);
  await pins.changeUnknown();
  assert.deepEqual(sent, ['4322', '4323']);
});
