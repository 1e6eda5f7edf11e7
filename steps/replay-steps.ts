import { Given, Then, When } from '@cucumber/cucumber';
import type { BusyAnswerWord } from '../support/world/replay/busy-answers.js';
import type { ErrorAnswerWord } from '../support/world/replay/error-answers.js';
import type { AdditionWord } from '../support/world/replay/additions.js';
import type { TransferEnding } from '../support/world/replay/transfers.js';
import { busyAtFirst, everyCallAnswered } from '../support/world/replay/scripts.js';
import type { WorldSlot } from '../support/world/world.js';

Given('a platform that answers every call with {errorAnswer}', async function (this: WorldSlot, word: ErrorAnswerWord) {
  await this.world.replays.start(everyCallAnswered(word));
});

Given(
  'a platform that is too busy for three calls and asks to come back {busyAnswer}',
  async function (this: WorldSlot, word: BusyAnswerWord) {
    await this.world.replays.start(busyAtFirst(word, 3));
  },
);

When('a cardholder is read there', async function (this: WorldSlot) {
  await this.world.replays.readCardholder();
});

Given('a platform whose first answer carries {addition}', async function (this: WorldSlot, word: AdditionWord) {
  await this.world.replays.startWithAddition(word);
});

Given(
  'a platform on which a transfer of {money} ends {transferEnding}',
  async function (this: WorldSlot, amount: number, ending: TransferEnding) {
    await this.world.replayedTransfers.start(ending, amount);
  },
);

When('that answer is read there', async function (this: WorldSlot) {
  await this.world.replays.readAddition();
});

When('{money} is transferred there', async function (this: WorldSlot, amount: number) {
  await this.world.replayedTransfers.transfer(amount);
});

When('a wallet is created there', async function (this: WorldSlot) {
  await this.world.replays.createWallet();
});

Then('the client takes every answer for {string}', function (this: WorldSlot, answerClass: string) {
  this.world.replays.prove('answers-classified', { class: answerClass });
});

Then('the client sent the creation once', function (this: WorldSlot) {
  this.world.replays.prove('creation-never-repeated', { operation: 'createWallet', times: 1 });
});

Then('it sent the read {times}', function (this: WorldSlot, times: number) {
  this.world.replays.prove('read-repeated-where-it-helps', { operation: 'getCardholder', times });
});

Then('its log names the allowlist and the reverse DNS as possible causes', function (this: WorldSlot) {
  this.world.replays.prove('both-causes-named');
});

Then('the client waited each time before it asked again', function (this: WorldSlot) {
  this.world.replays.prove('waits-before-repeating');
});

Then('the read succeeded in the end', function (this: WorldSlot) {
  this.world.replays.prove('read-succeeds-later');
});

Then('both calls count as refused', function (this: WorldSlot) {
  this.world.replays.prove('error-word-is-a-refusal');
});

Then('the client ignored the addition, logged it and went on', function (this: WorldSlot) {
  this.world.replays.proveAddition();
});

Then(
  'the transfer counts as {transferEnding}, with what really moved',
  function (this: WorldSlot, ending: TransferEnding) {
    this.world.replayedTransfers.prove(ending);
  },
);
