import { Given, Then, When } from '@cucumber/cucumber';
import { issuerCardStatus, type CardStatusWord } from '../support/verdict/checks/status-words.js';
import type { CardKind } from '../support/world/subjects/card-kind.js';
import type { PrintedNumber } from '../support/world/subjects/printed-data.js';
import type { WorldSlot } from '../support/world/world.js';

Given(
  'a {cardKind} card in status {cardStatus}',
  async function (this: WorldSlot, kind: CardKind, status: CardStatusWord) {
    await this.world.cards.bringTo(kind, status);
    this.world.before.keep(await this.world.cards.read());
  },
);

When('the card is activated with its own data', async function (this: WorldSlot) {
  const { cards } = this.world;
  this.world.answers = [await cards.changeTo('Active', async () => cards.activate())];
});

When('the card is activated with a wrong {printedNumber}', async function (this: WorldSlot, wrong: PrintedNumber) {
  this.world.answers = [await this.world.cards.activateWrongly(wrong)];
});

When('the card is activated without its security code', async function (this: WorldSlot) {
  this.world.answers = [await this.world.cards.activateWithoutCode()];
});

Given('one more card of the cardholder', async function (this: WorldSlot) {
  await this.world.cards.issueOneMore();
});

When('the card is blocked', async function (this: WorldSlot) {
  const { cards } = this.world;
  this.world.answers = [await cards.changeTo('On Hold', async () => cards.changeStatus(issuerCardStatus['On Hold']))];
});

When('the card is unblocked', async function (this: WorldSlot) {
  const { cards } = this.world;
  this.world.answers = [await cards.changeTo('Active', async () => cards.changeStatus(issuerCardStatus.Active))];
});

When('the card is asked to become {cardStatus}', async function (this: WorldSlot, status: CardStatusWord) {
  this.world.answers = [await this.world.cards.askForStatus(issuerCardStatus[status])];
});

When("a virtual card is requested with a limit above the Program's", async function (this: WorldSlot) {
  const { cards, designs } = this.world;
  this.world.answers = await cards.withRead([await cards.issueLimited(designs.ceiling + 1)]);
});

// At creation: whether the limit of somebody approved can still be set is open (E-05).
Given(
  "a virtual card in status Active whose cardholder has half the Program's limit",
  async function (this: WorldSlot) {
    const { cards, designs } = this.world;
    await cards.bringTo('virtual', 'Active', { transactionLimit: designs.halfCeiling });
  },
);

When("a virtual card is requested with a limit above the cardholder's", async function (this: WorldSlot) {
  const { cards, designs } = this.world;
  this.world.answers = await cards.withRead([await cards.issueLimited(designs.halfCeiling + 1)]);
});

When('the PIN is changed from its default', async function (this: WorldSlot) {
  this.world.answers = [await this.world.cards.pins.change()];
});

When('the PIN is changed by somebody who does not know it', async function (this: WorldSlot) {
  this.world.answers = [await this.world.cards.pins.changeUnknown()];
});

When('the PIN is changed to one of three and to one of five digits', async function (this: WorldSlot) {
  const { pins } = this.world.cards;
  this.world.answers = [await pins.changeToLength(3), await pins.changeToLength(5)];
});

When('the PIN is changed without naming the current one', async function (this: WorldSlot) {
  this.world.answers = [await this.world.cards.pins.changeWithoutCurrent()];
});

When('the card is read in both views', async function (this: WorldSlot) {
  this.world.answers = [await this.world.cards.readDetails(), await this.world.cards.read()];
});

Then('the activation is accepted', function (this: WorldSlot) {
  this.world.prove('activation-accepted');
});

Then('the wrong activation is refused', function (this: WorldSlot) {
  this.world.prove('wrong-card-data-refused');
});

Then('the activation is refused as incomplete', function (this: WorldSlot) {
  this.world.prove('security-code-required');
});

Then('the card still waits for its activation', async function (this: WorldSlot) {
  this.world.scope.prove('not-activated-by-wrong-data', [await this.world.cards.read()]);
});

Then('both PIN changes are refused as out of bounds', function (this: WorldSlot) {
  this.world.prove('pin-length-enforced');
});

Then('the PIN change is refused as incomplete', function (this: WorldSlot) {
  this.world.prove('current-pin-required');
});

Then('the card is Active after activation', async function (this: WorldSlot) {
  this.world.scope.prove('active-after-activation', await this.world.cards.readsOfChange());
});

Then('the card can never be Not Activated again', async function (this: WorldSlot) {
  const attempt = await this.world.cards.askForStatus(issuerCardStatus['Not Activated']);
  this.world.scope.prove('activation-irreversible', [attempt, await this.world.cards.read()]);
});

Then('the PIN chosen at activation is in force', async function (this: WorldSlot) {
  const changed = await this.world.cards.pins.changeAgain();
  this.world.scope.prove('first-pin-set-by-activation', [...this.world.answers, changed]);
});

Then('the card is On Hold', async function (this: WorldSlot) {
  this.world.scope.prove('on-hold-after-block', await this.world.cards.readsOfChange());
});

Then("the cardholder's first card is still Active", async function (this: WorldSlot) {
  this.world.scope.prove('other-card-left-alone', [await this.world.cards.readFirst()]);
});

Then('the card is Active again', async function (this: WorldSlot) {
  this.world.scope.prove('active-after-unblock', await this.world.cards.readsOfChange());
});

Then('the status change is refused', function (this: WorldSlot) {
  this.world.prove('illegal-status-change-refused');
});

Then("the card's status is unchanged", async function (this: WorldSlot) {
  const after = await this.world.cards.read();
  this.world.scope.prove('card-status-unchanged', [this.world.before.get(), after]);
});

Then('the PIN change is accepted', function (this: WorldSlot) {
  this.world.prove('pin-change-accepted');
});

Then('the PIN change is refused', function (this: WorldSlot) {
  this.world.prove('wrong-pin-refused');
});

Then('the new PIN is in force', async function (this: WorldSlot) {
  const again = await this.world.cards.pins.changeAgain();
  this.world.scope.prove('changed-pin-in-force', [...this.world.answers, again]);
});

Then('the details view answers', function (this: WorldSlot) {
  this.world.scope.prove('details-read-answered', this.world.answers.slice(0, 1));
});

Then('the masked view shows at most the last four digits', function (this: WorldSlot) {
  this.world.prove('masked-read-hides-number');
});

Then('no call tried to close the card', function (this: WorldSlot) {
  const { scope, cards } = this.world;
  scope.prove('closing-left-to-people', scope.sent, { cardId: cards.id });
});
