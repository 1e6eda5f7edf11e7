import { Given, Then, When } from '@cucumber/cucumber';
import type { EnvironmentName } from '../support/config/environment-name.js';
import type { WorldSlot } from '../support/world/world.js';

When('cardholders are listed', async function (this: WorldSlot) {
  this.world.answers = [await this.world.platform.list()];
});

When('cardholders are listed without a client certificate', async function (this: WorldSlot) {
  this.world.answers = await this.world.platform.listWithoutCertificate();
});

When('cardholders are listed without an API key', async function (this: WorldSlot) {
  this.world.answers = [await this.world.platform.list({}, 'no-key')];
});

When('a cardholder is created without an API key', async function (this: WorldSlot) {
  this.world.answers = [await this.world.platform.createWithoutKey()];
});

When('the review is read and decided and its link replaced without an API key', async function (this: WorldSlot) {
  this.world.answers = await this.world.platform.reviewWithoutKey(this.world.cardholders.id);
});

When('the card is read and blocked and a ticket raised without an API key', async function (this: WorldSlot) {
  const { platform, cards, cardholders } = this.world;
  this.world.answers = await platform.useCardWithoutKey(cards.id, cardholders.id);
});

When('cardholders are listed with a certificate of an issuer nobody knows', async function (this: WorldSlot) {
  this.world.answers = await this.world.platform.listWithUnknownIssuer();
});

Then('that connection is rejected before any answer as well', function (this: WorldSlot) {
  this.world.prove('unknown-issuer-no-http');
});

When('cardholders are listed with a wrong API key', async function (this: WorldSlot) {
  this.world.answers = [await this.world.platform.list({}, 'wrong-key')];
});

When('cardholders are listed with the old and with the new certificate', async function (this: WorldSlot) {
  this.world.answers = await this.world.platform.listWithBothCertificates();
});

When("another Program's cardholder is read", async function (this: WorldSlot) {
  this.world.answers = [await this.world.platform.readForeignCardholder()];
});

When('a ticket is raised about the cardholder', async function (this: WorldSlot) {
  const { platform, cardholders } = this.world;
  this.world.answers = [
    await platform.raiseTicket(cardholders.id, 'Certification run', 'A ticket of a certification run.'),
  ];
});

When('a ticket asks to close the card', async function (this: WorldSlot) {
  const { platform, cardholders, cards } = this.world;
  const message = `Please close card ${String(cards.id)}.`;
  this.world.answers = [await platform.raiseTicket(cardholders.id, 'Close a card', message)];
});

Given('a run that is set to production', function (this: WorldSlot) {
  this.world.guard.setEnvironment('production');
});

Given(
  'a run that is set to {environment} with the host of another environment',
  function (this: WorldSlot, name: EnvironmentName) {
    this.world.guard.setEnvironment(name);
  },
);

Then('every creating call is refused before it is sent', function (this: WorldSlot) {
  this.world.scope.prove('production-refuses-creation', [], { decisions: this.world.guard.creatingCalls() });
});

Then('the run is refused before it starts', function (this: WorldSlot) {
  this.world.scope.prove('foreign-host-refused', [], { decisions: this.world.guard.foreignHosts() });
});

Then('the list is answered', function (this: WorldSlot) {
  this.world.prove('list-answers-200');
});

Then('it comes in the documented envelope with the default page size', function (this: WorldSlot) {
  this.world.prove('list-envelope-complete');
  this.world.prove('list-default-limit');
});

Then('the connection is rejected before any answer', function (this: WorldSlot) {
  this.world.prove('no-certificate-no-http');
});

Then('the/each call without a key is rejected', function (this: WorldSlot) {
  this.world.prove('missing-key-rejected');
});

Then('the call with a wrong key is rejected', function (this: WorldSlot) {
  this.world.prove('wrong-key-rejected');
});

Then('both certificates are accepted', function (this: WorldSlot) {
  this.world.prove('both-certificates-accepted');
});

Then('the record stays hidden', function (this: WorldSlot) {
  this.world.prove('foreign-cardholder-hidden');
});

Then('the ticket is accepted', function (this: WorldSlot) {
  this.world.prove('ticket-accepted');
});

Then('the closing ticket is accepted', function (this: WorldSlot) {
  this.world.prove('closing-ticket-raised');
});
