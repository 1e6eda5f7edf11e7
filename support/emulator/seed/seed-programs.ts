import type { Program } from '../program.js';

/** Money of the wallet a profile can rely on, minor units: enough for every transfer of a matrix. */
const fundedBalance = 100_000_000;

/** Creates the wallet that already holds money; returns its id. */
export function seedFundedWallet(program: Program, now: number): number {
  const account = { ledgerBalance: fundedBalance, availableBalance: fundedBalance };
  const id = program.platform.ids.next('wallet');
  program.store.wallets.add({ id, name: 'Operating funds', account, createdAt: now, modifiedAt: now });
  return id;
}

/** Creates the neighbour's cardholder, which the served Program must never see; returns its id. */
export function seedForeignCardholder(program: Program, now: number): number {
  const id = program.platform.ids.next('cardholder');
  program.store.cardholders.add({
    id,
    state: 'draft',
    person: { firstName: 'Nadia', lastName: 'Neighbour', callingCode: '001' },
    sumsubEnabled: false,
    transactionLimit: null,
    review: 0,
    createdAt: now,
  });
  return id;
}
