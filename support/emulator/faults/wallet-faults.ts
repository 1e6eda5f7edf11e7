import { integerMember, type Call } from '../http/call.js';
import { ok, type Reply } from '../http/reply.js';
import { add } from '../money/account.js';
import type { Program } from '../program.js';
import type { Faults } from './fault.js';
import { behaving, mishearing, reshaping, together, withholding } from './plant-answers.js';
import { lettingThrough } from './plant-decisions.js';

/** Faults of wallets and transfers. */
export const walletFaults: Faults = {
  'wallets/wallet-unnumbered': withholding('createWallet', 'walletId'),
  'wallets/wallet-in-another-currency': reshaping(['getWallet', 'listWallets'], (members, _call, { settings }) =>
    'walletCurrencyId' in members ? { ...members, walletCurrencyId: (settings.currency + 1) % 4 } : members,
  ),
  'wallets/new-wallet-deleted': reshaping('getWallet', (members) => ({ ...members, isDeleted: true, isActive: false })),
  'wallets/wallet-with-addresses': reshaping('getWallet', (members) => ({
    ...members,
    cryptoAddresses: [{ chain: 'evm', address: `0x${'d'.repeat(40)}` }],
  })),
  'wallets/nameless-wallet-created': together(
    lettingThrough('createWallet'),
    mishearing('createWallet', (call) => ({ ...call, body: { name: 'Unnamed', ...call.body } })),
  ),
  'wallets/transfer-to-no-card-taken': behaving('transferFromWallet', (call, program, sound) => {
    const isCard = integerMember(call.body, 'destinationType') === 1;
    const known = program.store.cards.get(integerMember(call.body, 'destinationId') ?? 0) !== null;
    return isCard && !known ? drawIntoNothing(call, program) : sound(call, program);
  }),
  'wallets/transfer-without-amount-taken': together(
    lettingThrough('transferFromWallet'),
    mishearing('transferFromWallet', (call) => ({ ...call, body: { amount: 100, ...call.body } })),
  ),
  'wallets/transfer-without-status': withholding('transferFromWallet', 'transStatus'),
  'wallets/transfer-status-unknown': reshaping('transferFromWallet', (members) => ({ ...members, transStatus: 9 })),
  'wallets/card-as-source': together(
    lettingThrough('transferFromWallet'),
    behaving('transferFromWallet', (call, program, sound) =>
      call.body['sourceCardId'] === undefined ? sound(call, program) : drawFromCard(call, program),
    ),
  ),
  'wallets/negative-transfer': together(
    lettingThrough('transferFromWallet'),
    behaving('transferFromWallet', (call, program, sound) =>
      (integerMember(call.body, 'amount') ?? 0) < 0 ? drawByMinus(call, program) : sound(call, program),
    ),
  ),
};

/** Takes the amount from the wallet, though there is nobody to have it. */
function drawIntoNothing({ body }: Call, program: Program): Reply {
  const wallet = program.store.wallets.get(integerMember(body, 'sourceWalletId') ?? 0);
  const amount = integerMember(body, 'amount') ?? 0;
  if (wallet !== null)
    program.store.wallets.update(wallet.id, { account: add(wallet.account, { ledger: -amount, available: -amount }) });
  return ok({ transId: program.platform.ids.next('transfer'), transStatus: 1 });
}

/** Books an amount below zero as it stands: the card pays. */
function drawByMinus({ body }: Call, program: Program): Reply {
  const card = program.store.cards.get(integerMember(body, 'destinationId') ?? 0);
  const amount = integerMember(body, 'amount') ?? 0;
  if (card !== null)
    program.store.cards.update(card.id, { account: add(card.account, { ledger: amount, available: amount }) });
  return ok({ transId: program.platform.ids.next('transfer'), transStatus: 1 });
}

/** Takes money from a card and answers as for any transfer; it arrives nowhere. */
function drawFromCard({ body }: Call, program: Program): Reply {
  const card = program.store.cards.get(integerMember(body, 'sourceCardId') ?? 0);
  const amount = integerMember(body, 'amount') ?? 0;
  if (card !== null)
    program.store.cards.update(card.id, { account: add(card.account, { ledger: -amount, available: -amount }) });
  return ok({ transId: program.platform.ids.next('transfer'), transStatus: 1 });
}
