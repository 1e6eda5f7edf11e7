import { Given, Then, When } from '@cucumber/cucumber';
import type { CardKind } from '../support/world/subjects/card-kind.js';
import type { WorldSlot } from '../support/world/world.js';

Given('design slot {slot} is not approved for this Program', function (this: WorldSlot, slot: number) {
  this.world.designs.requireUnapproved(slot);
});

When('a {cardKind} card is requested', async function (this: WorldSlot, kind: CardKind) {
  this.world.answers = [await this.world.cards.issue(kind)];
});

When(
  'a {cardKind} card is requested with a name of {int} characters',
  async function (this: WorldSlot, kind: CardKind, length: number) {
    this.world.answers = [await this.world.cards.issueNamed(kind, length)];
  },
);

When('a physical card is requested with design slot {slot}', async function (this: WorldSlot, slot: number) {
  this.world.answers = [await this.world.cards.issueOnSlot(slot)];
});

When("a physical card is requested with the Program's unapproved slot", async function (this: WorldSlot) {
  this.world.answers = [await this.world.cards.issueOnSlot(this.world.designs.unapprovedSlot())];
});

When('a physical card is requested with a seventh design slot', async function (this: WorldSlot) {
  this.world.answers = [await this.world.cards.issueOnSeventhSlot()];
});

When('a physical card is requested without naming a design slot', async function (this: WorldSlot) {
  this.world.answers = [await this.world.cards.issueWithoutSlot()];
});

Then('the platform numbers the virtual card and gives it deposit addresses', function (this: WorldSlot) {
  this.world.prove('virtual-card-numbered');
  this.world.prove('virtual-card-has-addresses');
});

Then('the virtual card is Active at once', async function (this: WorldSlot) {
  this.world.scope.prove('virtual-card-active-at-once', [await this.world.cards.read()]);
});

Then('the platform numbers the physical card', function (this: WorldSlot) {
  this.world.prove('physical-card-numbered');
});

Then('the physical card waits for activation', async function (this: WorldSlot) {
  this.world.scope.prove('physical-card-not-activated', [await this.world.cards.read()]);
});

Then('a virtual card can be issued', async function (this: WorldSlot) {
  this.world.scope.prove('issuance-possible-once-approved', [await this.world.cards.issue('virtual')]);
});

Then('issuance is refused because the cardholder is not approved', async function (this: WorldSlot) {
  await this.world.cardholders.excuseAcceptance(this.world.answers);
  this.world.prove('issuance-refused-unless-approved');
});

Then('no card is listed for the cardholder', async function (this: WorldSlot) {
  this.world.scope.prove('no-card-after-refusal', [await this.world.cards.listOfCardholder()]);
});

Then('the cardholder has the cards that were issued and no other', async function (this: WorldSlot) {
  const requests = [...this.world.scope.sent];
  this.world.scope.prove('only-issued-cards-listed', [...requests, await this.world.cards.listOfCardholder()]);
});

Then('the physical card is refused', function (this: WorldSlot) {
  this.world.prove('unapproved-slot-refused');
});

Then('a virtual card is issued all the same', async function (this: WorldSlot) {
  this.world.scope.prove('virtual-card-unaffected-by-slots', [await this.world.cards.issue('virtual')]);
});

Then('the default design is used, or the request is refused as incomplete', async function (this: WorldSlot) {
  this.world.scope.prove('omitted-slot-resolves-to-default', await this.world.cards.withRead(this.world.answers));
});

Then('issuance and both reads show the same deposit addresses', async function (this: WorldSlot) {
  const reads = [await this.world.cards.read(), await this.world.cards.readDetails()];
  this.world.scope.prove('addresses-same-on-read', [this.world.cards.issued, ...reads]);
});

Then('the addresses cover the default chains', function (this: WorldSlot) {
  this.world.scope.prove('addresses-cover-default-chains', [this.world.cards.issued]);
});

Then('the name is refused as out of bounds', function (this: WorldSlot) {
  this.world.prove('name-on-card-bounds-enforced');
});

Then('the seventh design slot is refused', function (this: WorldSlot) {
  this.world.prove('unknown-slot-refused');
});
