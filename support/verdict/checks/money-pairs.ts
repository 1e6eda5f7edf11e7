import {
  said,
  refuses,
  carries,
  money,
  stages,
  creditedOrNot,
  unmoved,
  spends,
  movements,
  transfer,
  evm,
  arrives,
  type Pair,
} from './pair-builders.js';

/** Evidence for the checks on deposits, wallets and transfers. */
export const moneyPairs: Readonly<Record<string, Pair>> = {
  'crypto-deposit-in-three-stages': stages,
  'no-early-success': { met: stages.met, violated: [money(0, 0), money(0, 5)] },
  'credited-once': {
    met: [...stages.met, money(5, 5)],
    violated: [money(0, 0), money(5, 5), money(10, 10)],
    arguments: { amount: 5 },
  },
  'deposit-to-inactive-card-resolved': creditedOrNot,
  'deposit-to-held-card-resolved': creditedOrNot,
  'simulated-amount-exact': { met: stages.met, violated: [money(0, 0), money(6, 0)], arguments: { amount: 5 } },
  'bank-registration-numbered': carries({ depositId: 1, statusText: 'pending' }),
  'bank-registration-limits-enforced': refuses,
  'bank-registration-needs-approval': refuses,
  'card-trace-acknowledged': carries({ depositId: 1, statusText: 'pending' }),
  'notice-makes-nothing-available': { met: [money(0, 0), money(5, 0)], violated: [money(0, 0), money(5, 5)] },
  'wallet-trace-acknowledged': carries({ depositId: 1, statusText: 'pending' }),
  'bank-deposit-in-two-steps': stages,
  'unmatched-deposit-not-credited': {
    met: [money(0, 0), money(5, 5)],
    violated: [money(0, 0), money(12, 12)],
    arguments: { controlAmount: 5 },
  },
  'held-card-not-credited': {
    met: [money(0, 0, '/h'), money(0, 0, '/c'), money(5, 5, '/c'), money(0, 0, '/h')],
    violated: [money(0, 0, '/h'), money(0, 0, '/c'), money(5, 5, '/c'), money(7, 0, '/h')],
    arguments: { held: '/h', control: '/c', controlAmount: 5 },
  },
  'suspense-ticket-raised': {
    met: [said({}, { request: { priority: 2, message: 'amount: 70.00; reference: THANK YOU' } })],
    violated: [said({}, { request: { priority: 2, message: 'amount: 70.00' } })],
    arguments: {
      particulars: [
        { name: 'amount', text: '70.00' },
        { name: 'reference', text: 'THANK YOU' },
      ],
    },
  },
  'wallet-numbered': carries({ walletId: 1 }),
  'new-wallet-in-use': {
    met: [said({ walletId: 1, isActive: true, isDeleted: false })],
    violated: [said({ walletId: 1, isActive: true, isDeleted: true })],
  },
  'wallet-takes-fiat-alone': {
    met: [said({ walletId: 1 })],
    violated: [said({ walletId: 1, cryptoAddresses: [{ chain: 'evm', address: evm }] })],
  },
  'wallet-needs-name': refuses,
  'transfer-needs-amount': { met: [transfer(2)], violated: [transfer(1)] },
  'wallet-in-program-currency': {
    met: [said({ walletCurrencyId: 0 })],
    violated: [said({ walletCurrencyId: 3 })],
    arguments: { currency: 0 },
  },
  'transfer-answered': carries({ transId: 1, transStatus: 0 }),
  'transfer-reaches-card': arrives,
  'transfer-reaches-wallet': arrives,
  'transfer-in-wallet-movements': {
    met: [movements({ transId: 1 }), movements({ transId: 2 })],
    violated: [movements({ transId: 2 }), movements({ transId: 3 })],
    arguments: { transId: '1' },
  },
  'transfer-not-a-card-transaction': {
    met: [spends()],
    violated: [spends({ transId: '1' })],
    arguments: { transId: '1' },
  },
  'card-is-no-source': refuses,
  'no-money-leaves-card': unmoved,
  'transfer-status-known': { met: [transfer(3)], violated: [transfer(9)] },
  'moved-money-reconciles': {
    met: [money(9, 9, '/s'), money(0, 0, '/d'), money(7, 7, '/s'), money(2, 2, '/d')],
    violated: [money(9, 9, '/s'), money(0, 0, '/d'), money(7, 7, '/s'), money(3, 3, '/d')],
    arguments: { amount: 5, source: '/s', destination: '/d' },
  },
  'moved-money-fits-status': {
    met: [money(0, 0, '/d'), transfer(3), money(2, 2, '/d')],
    violated: [money(0, 0, '/d'), transfer(1), money(2, 2, '/d')],
    arguments: { amount: 5, destination: '/d' },
  },
  'bad-destination-moves-nothing': {
    met: [money(9, 9, '/s'), money(9, 9, '/s')],
    violated: [money(9, 9, '/s'), money(7, 7, '/s')],
    arguments: { source: '/s' },
  },
};
