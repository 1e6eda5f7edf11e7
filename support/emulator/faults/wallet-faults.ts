import { integerMember, type Call } from '../http/call.js';
import { ok, type Reply } from '../http/reply.js';
import { add } from '../money/account.js';
import type { Program } from '../program.js';
import type { Faults } from './fault.js';
import { behaving, reshaping, together, withholding } from './plant-answers.js';
import { lettingThrough } from './plant-decisions.js';

/** Faults of wallets and transfers. */
export const walletFaults: Faults = {
  'wallets/wallet-unnumbered': withholding('createWallet', 'walletId'),
  'wallets/wallet-in-another-currency': reshaping(['getWallet', 'listWallets'], (members, _call, { settings }) =>
    'walletCurrencyId' in members ? { ...members, walletCurrencyId: (settings.currency + 1) % 4 } : members,
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
