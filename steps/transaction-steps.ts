import { Given, Then, When } from '@cucumber/cucumber';
import type { WorldSlot } from '../support/world/world.js';

Given('a card funded with {money}', async function (this: WorldSlot, amount: number) {
  await this.world.cards.bringTo('virtual', 'Active');
  await this.world.funding.fundCard(amount);
});

When('{int} purchases of {money} are made', async function (this: WorldSlot, count: number, amount: number) {
  for (let made = 0; made < count; made += 1) await this.world.transactions.spend(amount);
  await this.world.transactions.awaitListed(count);
});

When(
  '{int} purchases of {money} are made in another currency',
  async function (this: WorldSlot, count: number, amount: number) {
    for (let made = 0; made < count; made += 1) await this.world.transactions.spendAbroad(amount);
    await this.world.transactions.awaitListed(count);
    await this.world.transactions.awaitFees(count);
  },
);

When('a purchase of {money} is made', async function (this: WorldSlot, amount: number) {
  const before = await this.world.cards.readBalance();
  await this.world.transactions.spend(amount);
  this.world.answers = [before, await this.world.transactions.awaitListed(1)];
});

When('a purchase of {money} is made in another currency', async function (this: WorldSlot, amount: number) {
  await this.world.transactions.spendAbroad(amount);
  const purchases = await this.world.transactions.awaitListed(1);
  await this.world.transactions.awaitFees(1);
  this.world.answers = [purchases, await this.world.transactions.listFees()];
});

When('a purchase of {money} is asked for all the same', async function (this: WorldSlot, amount: number) {
  const before = await this.world.cards.readBalance();
  await this.world.transactions.spendAllTheSame(amount);
  this.world.answers = [before, await this.world.cards.readBalance()];
});

When('a purchase of {money} is declined', async function (this: WorldSlot, amount: number) {
  const before = await this.world.cards.readBalance();
  await this.world.transactions.spendDeclined(amount);
  const listed = await this.world.transactions.awaitListed(1);
  const declined = await this.world.transactions.declinedUnlessShown(listed);
  this.world.answers = [before, ...declined, listed, await this.world.cards.readBalance()];
});

When(
  'purchases of {money} at home, {money} abroad and a declined one of {money} are made',
  async function (this: WorldSlot, home: number, abroad: number, declined: number) {
    await this.world.transactions.spend(home);
    await this.world.transactions.spendAbroad(abroad);
    await this.world.transactions.spendDeclined(declined);
    await this.world.transactions.awaitListed(3);
    await this.world.transactions.awaitFees(1);
  },
);

// What a record and a balance say must not depend on when they are read: invariants and our own books compare.
When('the balance is read once more', async function (this: WorldSlot) {
  this.world.answers = [...this.world.answers, await this.world.cards.readBalance()];
});

When('the fees and the balance are read once more', async function (this: WorldSlot) {
  await this.world.transactions.listFees();
  await this.world.cards.readBalance();
});

When("the card's entries in all three data sets are read", async function (this: WorldSlot) {
  const { transactions, wallets, cards } = this.world;
  const spending = [await transactions.list(), await transactions.listFees()];
  this.world.answers = [...spending, ...(await wallets.movements.ofCard(cards.id))];
});

When('all three data sets of one day and the balance are read', async function (this: WorldSlot) {
  const { transactions, wallets, cards, lists } = this.world;
  await wallets.movements.ofCard(cards.id);
  const window = await lists.lastDay();
  const purchases = await transactions.list(window);
  const spending = [
    ...(await transactions.declinedUnlessShown(purchases)),
    purchases,
    await transactions.listFees(window),
  ];
  this.world.answers = [...spending, await wallets.movements.listAround(cards.id, window), await cards.readBalance()];
});

When('the purchases are listed by status, cardholder and number, and in both orders', async function (this: WorldSlot) {
  const { transactions, cardholders } = this.world;
  this.world.answers = await transactions.listInEveryWay(cardholders.id);
});

Then('each list holds the purchases asked for', function (this: WorldSlot) {
  this.world.prove('purchases-found-as-asked');
});

Then('pages of {int} join without loss', async function (this: WorldSlot, limit: number) {
  const pages = await this.world.transactions.listByPages(limit);
  this.world.scope.prove('pages-join-without-loss', pages, { key: 'transId' });
  this.world.scope.prove('total-constant-over-pages', pages);
});

Then('pages of {int} of the fees join without loss', async function (this: WorldSlot, limit: number) {
  const pages = await this.world.transactions.listFeesByPages(limit);
  this.world.scope.prove('pages-join-without-loss', pages, { key: 'authRefNum' });
  this.world.scope.prove('total-constant-over-pages', pages);
});

Then('a page never exceeds 200', async function (this: WorldSlot) {
  const pages = [await this.world.transactions.list({ limit: 200 }), await this.world.transactions.listTooLong()];
  this.world.scope.prove('page-limit-respected', pages);
});

Then('one fee belongs to the purchase', function (this: WorldSlot) {
  this.world.prove('foreign-spend-has-fee');
});

Then('every fee finds its purchase', function (this: WorldSlot) {
  this.world.prove('every-fee-finds-its-transaction');
});

Then('the declined purchase is recorded as declined', function (this: WorldSlot) {
  this.world.prove('declined-spend-recorded');
});

Then('the declined purchase moved no money', function (this: WorldSlot) {
  this.world.prove('declined-spend-moves-nothing');
});

Then('its amount reads as {money} in one of the two open forms', function (this: WorldSlot, amount: number) {
  this.world.prove('amount-text-form-established', { amount });
});

Then('the three data sets cover the same time', function (this: WorldSlot) {
  this.world.prove('one-window-for-all-sets');
});

Then('the lists of other times show none of their records', async function (this: WorldSlot) {
  const { transactions, lists, scope, answers } = this.world;
  scope.prove('records-keep-to-window', [...answers, ...(await transactions.listIn(lists.otherTimes))]);
});

Then('no record stands in two data sets', function (this: WorldSlot) {
  this.world.prove('data-sets-disjoint');
});

Then('the records explain the balance left of {money}', function (this: WorldSlot, funded: number) {
  this.world.prove('balances-explained-by-records', { funded });
});

Then('the purchase moved no money', function (this: WorldSlot) {
  this.world.prove('barred-spend-moves-nothing');
});
