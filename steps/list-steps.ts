import { Given, Then, When } from '@cucumber/cucumber';
import {
  cardholderStatus,
  issuerCardStatus,
  type CardholderStatusWord,
  type CardStatusWord,
} from '../support/verdict/checks/status-words.js';
import type { WorldSlot } from '../support/world/world.js';

Given(
  '{int} cardholders in status {cardholderStatus}',
  async function (this: WorldSlot, count: number, status: CardholderStatusWord) {
    for (let made = 0; made < count; made += 1) await this.world.cardholders.bringTo(status);
  },
);

When(
  'cardholders in status {cardholderStatus} are listed',
  async function (this: WorldSlot, status: CardholderStatusWord) {
    this.world.answers = [await this.world.platform.list({ status: cardholderStatus[status] })];
  },
);

When('cards in status {cardStatus} are listed', async function (this: WorldSlot, status: CardStatusWord) {
  this.world.answers = [await this.world.platform.listCards({ issuerCardStatus: issuerCardStatus[status] })];
});

When('cardholders are listed by number, {word}', async function (this: WorldSlot, sort: string) {
  this.world.answers = [await this.world.platform.list({ orderBy: 'cardholderId', sort })];
});

When('cardholders created in the last hour are listed', async function (this: WorldSlot) {
  this.world.answers = [await this.world.platform.listLastHour()];
});

Then(
  'every listed cardholder is in status {cardholderStatus}',
  function (this: WorldSlot, status: CardholderStatusWord) {
    this.world.prove('filter-obeyed', { member: 'status', value: cardholderStatus[status] });
  },
);

Then('every listed card is in status {cardStatus}', function (this: WorldSlot, status: CardStatusWord) {
  this.world.prove('filter-obeyed', { member: 'issuerCardStatus', value: issuerCardStatus[status] });
});

Then('the numbers are in {word} order', function (this: WorldSlot, direction: string) {
  this.world.prove('order-obeyed', { member: 'cardholderId', direction });
});

Then('every listed cardholder was created in that hour', function (this: WorldSlot) {
  this.world.prove('window-obeyed', { member: 'dateCreated' });
});
