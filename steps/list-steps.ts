import { Given, Then, When } from '@cucumber/cucumber';
import type { WorldSlot } from '../support/world/world.js';

Given('two cardholders, in Draft and Under Review, that differ in name', async function (this: WorldSlot) {
  await this.world.lists.makeCardholders();
});

Given('two virtual cards, On Hold and Active, of cardholders that differ in name', async function (this: WorldSlot) {
  await this.world.lists.makeCards();
});

When('cardholders are listed by every status', async function (this: WorldSlot) {
  this.world.answers = await this.world.lists.cardholdersByStatus();
});

When('cards are listed by every status and by cardholder', async function (this: WorldSlot) {
  this.world.answers = await this.world.lists.cardsByStatusAndCardholder();
});

When('cardholders are listed from behind the last one', async function (this: WorldSlot) {
  this.world.answers = await this.world.lists.behindTheLastCardholder();
});

When('cards are listed from behind the last one', async function (this: WorldSlot) {
  this.world.answers = await this.world.lists.behindTheLastCard();
});

Then('nothing is left to list', function (this: WorldSlot) {
  this.world.prove('offset-skips-rows');
});

When('cardholders are listed in every documented order, both ways', async function (this: WorldSlot) {
  this.world.answers = await this.world.lists.cardholdersInEveryOrder();
});

When('cards are listed in every documented order, both ways', async function (this: WorldSlot) {
  this.world.answers = await this.world.lists.cardsInEveryOrder();
});

When('cardholders are listed since then and for the day before', async function (this: WorldSlot) {
  this.world.answers = await this.world.lists.cardholdersByWindow();
});

When('cards are listed since then and for the day before', async function (this: WorldSlot) {
  this.world.answers = await this.world.lists.cardsByWindow();
});

// What views show of one card must not depend on which is read: invariants compare.
When('the new card itself is read once more', async function (this: WorldSlot) {
  await this.world.cards.read();
});

When('cardholders are listed by a status nobody knows', async function (this: WorldSlot) {
  this.world.answers = [await this.world.lists.byUnknownStatus()];
});

Then('each list holds only its own cardholders', function (this: WorldSlot) {
  this.world.prove('filter-obeyed', this.world.lists.knownCardholders('Draft', 'Under Review'));
});

Then('each list holds only its own cards', function (this: WorldSlot) {
  this.world.prove('filter-obeyed', this.world.lists.knownCards('On Hold', 'Active'));
});

Then('the two cardholders stand in the order asked for every time', function (this: WorldSlot) {
  this.world.prove('order-obeyed', this.world.lists.orders('cardholderId'));
});

Then('the two cards stand in the order asked for every time', function (this: WorldSlot) {
  this.world.prove('order-obeyed', this.world.lists.orders('cardId'));
});

Then('the new cardholder is listed since then and not before', function (this: WorldSlot) {
  this.world.prove('window-obeyed', { key: 'cardholderId', member: 'dateCreated', id: this.world.lists.newest });
});

Then('the new card is listed since then and not before', function (this: WorldSlot) {
  this.world.prove('window-obeyed', { key: 'cardId', member: 'createdDatetime', id: this.world.lists.newest });
});

Then('the unknown status gets a clear answer', function (this: WorldSlot) {
  this.world.prove('unknown-filter-value-answered');
});
