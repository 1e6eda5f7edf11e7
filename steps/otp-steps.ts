import { Given, Then, When } from '@cucumber/cucumber';
import type { WorldSlot } from '../support/world/world.js';

Given('a(nother) subscription to the one-time codes of the card', async function (this: WorldSlot) {
  await this.world.listeners.bringAbout();
});

Given('a subscription with a callback address', async function (this: WorldSlot) {
  await this.world.listeners.bringAboutWithCallback();
});

Given('a subscription that is called back where the Program has an address for it', async function (this: WorldSlot) {
  await this.world.listeners.bringAboutCalledBack();
});

When('a second card of the cardholder is subscribed as well', async function (this: WorldSlot) {
  await this.world.listeners.bringAboutForSecondCard();
});

When('the card is subscribed to one-time codes', async function (this: WorldSlot) {
  this.world.answers = [await this.world.listeners.subscribe()];
});

When("all the cardholder's cards are subscribed in the legacy form", async function (this: WorldSlot) {
  this.world.answers = [await this.world.listeners.subscribeByCardholder()];
});

When('a purchase (with the second card )asks for a one-time code', async function (this: WorldSlot) {
  await this.world.listeners.challenge();
});

When('the subscription is ended', async function (this: WorldSlot) {
  this.world.answers = [await this.world.listeners.unsubscribe()];
});

When('the code has arrived and been left to lapse', async function (this: WorldSlot) {
  this.world.answers = await this.world.listeners.leaveToLapse();
});

Then('a token is given for the card', function (this: WorldSlot) {
  this.world.prove('listener-token-issued');
});

Then('there is no code yet', async function (this: WorldSlot) {
  this.world.scope.prove('no-code-before-challenge', [await this.world.listeners.read()]);
});

Then('the code arrives with its expiry', async function (this: WorldSlot) {
  this.world.answers = (await this.world.listeners.awaitCode()).exchanges;
  this.world.prove('code-received-with-expiry');
});

Then("the first card's subscription shows no code", async function (this: WorldSlot) {
  const { listeners, scope, answers } = this.world;
  scope.prove('code-for-its-card-alone', [listeners.firstSubscription, ...answers, await listeners.readFirst()]);
});

Then('the callback names the card and nothing else', async function (this: WorldSlot) {
  this.world.answers = await this.world.listeners.awaitCallback();
  this.world.prove('callback-names-card-only', { cardId: this.world.cards.id });
});

Then('the code can be fetched after the callback', async function (this: WorldSlot) {
  const { exchanges } = await this.world.listeners.awaitCode();
  this.world.scope.prove('code-fetched-after-callback', [...this.world.answers, ...exchanges]);
});

Then('the code is not served after its expiry', function (this: WorldSlot) {
  this.world.prove('code-not-served-after-expiry');
});

Then('the subscription is refused because the card is not Active', function (this: WorldSlot) {
  this.world.prove('listener-refused-unless-active');
});

Then('the code reaches the new subscription and not the ended one', async function (this: WorldSlot) {
  const { listeners, scope } = this.world;
  const other = await listeners.awaitCode();
  const ended = await listeners.readEnded();
  scope.prove('no-code-after-unsubscribe', [...this.world.answers, ...other.exchanges, ...ended]);
});

Then('no callback announces it to the ended one', async function (this: WorldSlot) {
  const { listeners, scope } = this.world;
  scope.prove('no-callback-after-end', [listeners.endedSubscription, ...(await listeners.strayCallbacks())]);
});

When('a subscription is asked for that names neither card nor cardholder', async function (this: WorldSlot) {
  this.world.answers = [await this.world.listeners.subscribeNobody()];
});

Then('the subscription is refused as incomplete', function (this: WorldSlot) {
  this.world.prove('subscription-names-somebody');
});

Then('the legacy form gets a clear answer', function (this: WorldSlot) {
  this.world.prove('legacy-listener-answered');
});
