import { Given, Then, When } from '@cucumber/cucumber';
import { currencyNumber } from '../support/verdict/checks/status-words.js';
import type { WorldSlot } from '../support/world/world.js';

Given('a wallet', async function (this: WorldSlot) {
  await this.world.wallets.bringAbout();
});

When('a wallet is created', async function (this: WorldSlot) {
  this.world.answers = [await this.world.wallets.create()];
});

When('{money} is transferred to the card', async function (this: WorldSlot, amount: number) {
  await this.world.wallets.transferWatched(this.world.cardDestination, amount);
});

When('{money} is transferred to the wallet', async function (this: WorldSlot, amount: number) {
  await this.world.wallets.transferWatched(this.world.walletDestination, amount);
});

When(
  '{money} is transferred to the wallet with the words {string}',
  async function (this: WorldSlot, amount: number, description: string) {
    await this.world.wallets.transferWatched(this.world.walletDestination, amount, { description });
  },
);

When('{money} is transferred from the empty wallet', async function (this: WorldSlot, amount: number) {
  const { wallets } = this.world;
  await wallets.transferFromEmpty(amount);
  this.world.answers = [wallets.answer];
});

When('{money} is transferred to a wallet that does not exist', async function (this: WorldSlot, amount: number) {
  await this.world.wallets.transferToNowhere(amount);
});

When('{money} is transferred to a card that does not exist', async function (this: WorldSlot, amount: number) {
  await this.world.wallets.transferToNowhere(amount, 'card');
});

When(
  'transfers are asked for without an amount, without a destination and without its type',
  async function (this: WorldSlot) {
    this.world.answers = await this.world.wallets.sendIncomplete();
  },
);

When('a wallet is created without a name', async function (this: WorldSlot) {
  this.world.answers = [await this.world.wallets.createNameless()];
});

Then('each of them is refused as incomplete', function (this: WorldSlot) {
  this.world.prove('transfer-needs-amount');
});

Then('the wallet without a name is refused', function (this: WorldSlot) {
  this.world.prove('wallet-needs-name');
});

Then('the wallet is in use and holds fiat money alone', async function (this: WorldSlot) {
  const { wallets, scope } = this.world;
  const read = [await wallets.read(wallets.id)];
  scope.prove('new-wallet-in-use', read);
  scope.prove('wallet-takes-fiat-alone', read);
});

When(
  'a transfer of {money} from the card to the wallet is attempted',
  async function (this: WorldSlot, amount: number) {
    const { wallets, cards } = this.world;
    this.world.before.keep(await cards.readBalance());
    this.world.answers = [await wallets.sendFromCard(cards.id, amount)];
  },
);

When(
  'a transfer of {money} less than nothing to the card is attempted',
  async function (this: WorldSlot, amount: number) {
    const { wallets, cards } = this.world;
    this.world.before.keep(await cards.readBalance());
    this.world.answers = [await wallets.sendNegative(cards.id, amount)];
  },
);

When('wallet movements are listed from behind the last one', async function (this: WorldSlot) {
  const { wallets } = this.world;
  this.world.answers = await wallets.movements.listBehindTheLast(wallets.fundedId);
});

Then('the transfer from the card is refused', function (this: WorldSlot) {
  this.world.prove('card-is-no-source');
});

Then('no money has left the card', async function (this: WorldSlot) {
  const after = await this.world.cards.readBalance();
  this.world.scope.prove('no-money-leaves-card', [this.world.before.get(), after]);
});

Then('the platform numbers the wallet', function (this: WorldSlot) {
  this.world.prove('wallet-numbered');
});

Then("the wallet has the Program's currency", async function (this: WorldSlot) {
  const { wallets, scope } = this.world;
  const currency = currencyNumber[scope.run.target.profile.currency];
  scope.prove('wallet-in-program-currency', [await wallets.read(wallets.id)], { currency });
});

Then('the transfer has a number and a status', function (this: WorldSlot) {
  this.world.scope.prove('transfer-answered', [this.world.wallets.answer]);
});

Then('the card received the amount', function (this: WorldSlot) {
  const { wallets, cards } = this.world;
  const values = { amount: wallets.amount, destination: `/cards/${String(cards.id)}/balance` };
  this.world.scope.prove('transfer-reaches-card', wallets.balances.reads, values);
});

Then('the wallet received the amount', function (this: WorldSlot) {
  const { wallets } = this.world;
  const values = { amount: wallets.amount, destination: `/wallets/${String(wallets.id)}` };
  this.world.scope.prove('transfer-reaches-wallet', wallets.balances.reads, values);
});

Then('the transfer is listed among the wallet movements', async function (this: WorldSlot) {
  const { wallets } = this.world;
  this.world.scope.prove('transfer-in-wallet-movements', await wallets.listToTransfer(), { transId: wallets.transId });
});

Then('the lists of other times do not show it', async function (this: WorldSlot) {
  this.world.scope.prove('records-keep-to-window', await this.world.wallets.listByTime());
});

Then('the card has no transaction for it', async function (this: WorldSlot) {
  const { wallets, transactions } = this.world;
  this.world.scope.prove('transfer-not-a-card-transaction', [await transactions.list()], { transId: wallets.transId });
});

Then("the transfer's status is a known one", function (this: WorldSlot) {
  this.world.scope.prove('transfer-status-known', [this.world.wallets.answer]);
});

Then('what left the wallet is what reached the card', function (this: WorldSlot) {
  const { wallets, cardDestination } = this.world;
  this.world.scope.prove('moved-money-reconciles', wallets.evidence, wallets.sides(wallets.fundedId, cardDestination));
});

Then('what left one wallet is what reached the other', function (this: WorldSlot) {
  const { wallets, walletDestination } = this.world;
  this.world.scope.prove(
    'moved-money-reconciles',
    wallets.evidence,
    wallets.sides(wallets.fundedId, walletDestination),
  );
});

Then('what moved fits that status', function (this: WorldSlot) {
  const { wallets, walletDestination } = this.world;
  this.world.scope.prove(
    'moved-money-fits-status',
    wallets.evidence,
    wallets.sides(wallets.fundedId, walletDestination),
  );
});

Then('no money left the empty wallet', function (this: WorldSlot) {
  const { wallets } = this.world;
  const sides = wallets.sides(wallets.id, { type: 'wallet', id: wallets.fundedId });
  this.world.scope.prove('moved-money-reconciles', wallets.evidence, sides);
  this.world.scope.prove('moved-money-fits-status', wallets.evidence, sides);
});

Then('no money has moved', function (this: WorldSlot) {
  const { wallets } = this.world;
  this.world.scope.prove('bad-destination-moves-nothing', wallets.evidence, wallets.funded);
});
