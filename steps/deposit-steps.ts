import { Given, Then, When } from '@cucumber/cucumber';
import type { WorldSlot } from '../support/world/world.js';

/** How the simulation names a chain and a stable or major asset on it. */
const chains = {
  Ethereum: { chain: 'ethereum', asset: 'USDC' },
  Bitcoin: { chain: 'bitcoin', asset: 'BTC' },
  Solana: { chain: 'solana', asset: 'USDC' },
} as const;

Given("the card's balances are watched", async function (this: WorldSlot) {
  await this.world.deposits.watchCard();
});

Given("the wallet's balances are watched", async function (this: WorldSlot) {
  const { deposits, wallets } = this.world;
  await deposits.watchWallet(async () => wallets.balances.note(wallets.id));
});

Given('a registered and confirmed bank account', async function (this: WorldSlot) {
  await this.world.deposits.accounts.registerAndConfirm();
});

When(
  'a deposit of {money} is sent to the card over {chain}',
  async function (this: WorldSlot, amount: number, name: keyof typeof chains) {
    await this.world.deposits.sendCrypto(chains[name].chain, chains[name].asset, amount);
  },
);

When('a bank transfer of {money} is sent to the card', async function (this: WorldSlot, amount: number) {
  await this.world.deposits.sendBank(amount);
});

When(
  'a bank transfer of {money} is sent from an account nobody registered',
  async function (this: WorldSlot, amount: number) {
    await this.world.deposits.sendUnmatched(amount, { senderAccountNumber: '0000000000' });
  },
);

When(
  'a bank transfer of {money} is sent from another account that the cardholder has not confirmed',
  async function (this: WorldSlot, amount: number) {
    const { senderAccountNumber } = await this.world.deposits.accounts.registerUnconfirmed();
    await this.world.deposits.sendBank(amount, { senderAccountNumber });
  },
);

When('a bank transfer of {money} is sent without a usable reference', async function (this: WorldSlot, amount: number) {
  await this.world.deposits.sendUnmatched(amount, { reference: 'THANK YOU' });
});

When('a bank transfer of {money} is sent to the card all the same', async function (this: WorldSlot, amount: number) {
  await this.world.deposits.sendUnmatched(amount, {});
});

When(
  'a bank transfer of {money} to another card of the cardholder is credited',
  async function (this: WorldSlot, amount: number) {
    await this.world.deposits.creditAnotherCard(amount);
  },
);

When('the balances have settled', async function (this: WorldSlot) {
  await this.world.deposits.watch.awaitConvergence();
});

When('the balances are watched until {money} is credited', async function (this: WorldSlot, amount: number) {
  await this.world.deposits.watch.awaitRise(amount);
});

When('the balances are read on for a while', async function (this: WorldSlot) {
  await this.world.deposits.watch.readOn(3);
});

When('the outcome of the deposit is awaited', async function (this: WorldSlot) {
  await this.world.deposits.watch.awaitConvergence();
});

When('the cardholder registers a bank account', async function (this: WorldSlot) {
  this.world.answers = [await this.world.deposits.accounts.register(this.world.deposits.accounts.create())];
});

When('accounts are registered with a name of {int} characters', async function (this: WorldSlot, length: number) {
  this.world.answers = await this.world.deposits.accounts.registerOutOfBounds('senderAccountName', [length]);
});

When(
  'accounts are registered with a number of {int} and of {int} characters',
  async function (this: WorldSlot, short: number, long: number) {
    this.world.answers = await this.world.deposits.accounts.registerOutOfBounds('senderAccountNumber', [short, long]);
  },
);

When(
  'accounts are registered with a routing number of {int} and of {int} characters',
  async function (this: WorldSlot, short: number, long: number) {
    this.world.answers = await this.world.deposits.accounts.registerOutOfBounds('senderRoutingNumber', [short, long]);
  },
);

When(
  'accounts are registered without their name, their number or their routing number',
  async function (this: WorldSlot) {
    this.world.answers = await this.world.deposits.accounts.registerIncomplete();
  },
);

When('a transfer to the card is announced without and with particulars', async function (this: WorldSlot) {
  const { deposits } = this.world;
  this.world.answers = [await deposits.announceToCard({}), await deposits.announceToCard(deposits.particulars())];
});

When('a transfer to the wallet is announced without and with particulars', async function (this: WorldSlot) {
  const { deposits, wallets } = this.world;
  const empty = await deposits.announceToWallet(wallets.id, {});
  this.world.answers = [empty, await deposits.announceToWallet(wallets.id, deposits.particulars())];
});

Then('nothing moved first, then the ledger balance alone, then both', function (this: WorldSlot) {
  this.world.scope.prove('crypto-deposit-in-three-stages', this.world.deposits.watch.reads);
});

Then('the ledger balance moved first and the available balance after clearing', function (this: WorldSlot) {
  this.world.scope.prove('bank-deposit-in-two-steps', this.world.deposits.watch.reads);
});

Then('nothing was available before it was booked', function (this: WorldSlot) {
  this.world.scope.prove('no-early-success', this.world.deposits.watch.reads);
});

Then('the deposit was credited once', async function (this: WorldSlot) {
  const { deposits, scope } = this.world;
  scope.prove('credited-once', await deposits.creditReads(), { amount: deposits.amount });
});

Then('the ledger balance moved by exactly the amount sent', function (this: WorldSlot) {
  const { watch, amount } = this.world.deposits;
  this.world.scope.prove('simulated-amount-exact', watch.reads, { amount });
});

Then('the deposit before activation was credited in full or held in suspense', async function (this: WorldSlot) {
  const { deposits, scope } = this.world;
  scope.prove('deposit-to-inactive-card-resolved', await deposits.creditReads(), { amount: deposits.amount });
});

Then('the deposit to the card on hold was credited in full or held in suspense', async function (this: WorldSlot) {
  const { deposits, scope } = this.world;
  scope.prove('deposit-to-held-card-resolved', await deposits.creditReads(), { amount: deposits.amount });
});

Then('the registration is numbered and has a state', function (this: WorldSlot) {
  this.world.prove('bank-registration-numbered');
});

Then('each of these registrations is refused', function (this: WorldSlot) {
  this.world.prove('bank-registration-limits-enforced');
});

Then('the registration is refused because the cardholder is not approved', async function (this: WorldSlot) {
  await this.world.cardholders.excuseAcceptance(this.world.answers);
  this.world.prove('bank-registration-needs-approval');
});

Then('both announcements to the card are acknowledged', function (this: WorldSlot) {
  this.world.prove('card-trace-acknowledged');
});

Then('nothing became available by announcing it', function (this: WorldSlot) {
  this.world.scope.prove('notice-makes-nothing-available', this.world.deposits.watch.reads);
});

Then('both announcements to the wallet are acknowledged', function (this: WorldSlot) {
  this.world.prove('wallet-trace-acknowledged');
});

Then('only the matched {money} is credited', function (this: WorldSlot, controlAmount: number) {
  this.world.scope.prove('unmatched-deposit-not-credited', this.world.deposits.watch.reads, { controlAmount });
});

Then('nothing is credited to the first card', function (this: WorldSlot) {
  const { reads, sides } = this.world.deposits.beside;
  this.world.scope.prove('held-card-not-credited', reads, sides);
});

Then('a priority ticket reports the unallocated money with its particulars', async function (this: WorldSlot) {
  const { platform, cardholders, deposits } = this.world;
  const particulars = deposits.unmatched.map(({ name, text }) => ({ name, text }));
  const message = `Unallocated deposit. ${particulars.map(({ name, text }) => `${name}: ${text}`).join('; ')}.`;
  const ticket = await platform.raiseTicket(cardholders.id, 'Unallocated deposit', message);
  this.world.scope.prove('suspense-ticket-raised', [ticket], { particulars });
});
