import {
  bank,
  card,
  confirmed,
  crypto,
  fees,
  issued,
  movement,
  movements,
  notice,
  purchase,
  registered,
  spend,
  transactions,
  transfer,
  wallet,
  funded,
  waited,
  type PlantedFault,
} from './money-traffic.js';

/** Traffic whose balances have one fault each. */
export const balanceFaults: readonly PlantedFault[] = [
  ['a deposit one unit short', 'booked-wrong-amount', [issued, crypto(2500), card(2499, 0)]],
  [
    'a transfer that arrives one unit short',
    'booked-wrong-amount',
    [issued, wallet(9000), transfer(5000), wallet(4000), card(4999, 4999)],
  ],
  ['a deposit credited twice', 'booked-twice', [issued, crypto(4000), card(4000, 4000), card(8000, 8000)]],
  ['a deposit a hundred times too large', 'decimal-point-misplaced', [issued, crypto(2500), card(250000, 0)]],
  ['a deposit a hundred times too small', 'decimal-point-misplaced', [issued, crypto(2500), card(25, 0)]],
  [
    'a transfer that leaves its wallet untouched',
    'transfer-without-debit',
    [issued, wallet(9000), transfer(5000), wallet(9000), card(5000, 5000)],
  ],
  [
    'a transfer that never arrives',
    'transfer-without-credit',
    [issued, wallet(9000), transfer(5000), wallet(4000), card(0, 0)],
  ],
  [
    'a transfer shown late',
    'booked-late',
    [issued, wallet(9000), transfer(5000), wallet(4000), card(0, 0), card(5000, 5000)],
  ],
  [
    'a declined purchase that takes money',
    'declined-moved-money',
    [...funded, spend(300, { outcome: 'decline' }), transactions(purchase('3.00', 4)), card(5000, 4700)],
  ],
  ['a declined transfer that takes money', 'declined-moved-money', [...funded, transfer(1000, 2, 92), wallet(3000)]],
  [
    'an unmatched transfer that is credited',
    'suspended-money-credited',
    [issued, registered(), bank(7000, 'B'), card(7000, 0)],
  ],
  [
    'an unmatched transfer that is credited together with another',
    'suspended-money-credited',
    [issued, registered(), bank(7000, 'B'), bank(1000), card(8000, 0)],
  ],
  [
    'a deposit that lands on another card',
    'wrong-account-credited',
    [issued, { ...issued, answer: { status: 'success', cardId: 8 } }, crypto(2500), card(0, 0), card(2500, 0, 8)],
  ],
  ['a deposit that never arrives', 'deposit-not-arrived', [issued, crypto(2500), ...waited, card(0, 0)]],
  [
    'a cleared purchase that stays on the ledger',
    'cleared-still-on-ledger',
    [...funded, spend(300), transactions(purchase('3.00')), card(5000, 4700)],
  ],
  [
    'a bank transfer of a confirmed account that never arrives',
    'deposit-not-arrived',
    [issued, registered(), confirmed, bank(6000), ...waited, card(0, 0)],
  ],
  [
    'a bank transfer of an account nobody saw confirmed',
    'deposit-maybe-suspended',
    [issued, registered(), bank(6000), ...waited, card(0, 0)],
  ],
  [
    'a deposit to a card on hold that is not credited',
    'deposit-maybe-suspended',
    [{ ...issued, answer: { status: 'success', cardId: 7, issuerCardStatus: 2 } }, crypto(1500), ...waited, card(0, 0)],
  ],
  [
    'more money than a purchase could give back, while nobody read the purchases',
    'records-not-read',
    [...funded, spend(300), card(4700, 4700), card(4800, 4800)],
  ],
  [
    'a partial transfer nobody can measure',
    'partial-amount-unknown',
    [issued, wallet(9000), card(0, 0), transfer(5000, 3), card(5000, 5000), wallet(4000)],
  ],
  [
    'a purchase that was recorded and not booked',
    'confirmed-not-booked',
    [...funded, spend(300), transactions(purchase('3.00')), card(5000, 5000)],
  ],
  [
    'a notice that makes its money available',
    'balance-not-explained',
    [issued, card(0, 0), notice(1000), card(1000, 1000)],
  ],
  ['money from nowhere', 'balance-not-explained', [issued, card(0, 0), card(123, 123)]],
  [
    'money that is gone although every list was read',
    'balance-not-explained',
    [...funded, transactions(), fees(), movements(movement(5000)), card(4321, 4321)],
  ],
  ['money that is gone while nobody read the lists', 'records-not-read', [...funded, card(4321, 4321)]],
  [
    'a purchase with more taken while nobody read the fees',
    'fees-not-read',
    [...funded, spend(2000), card(5000, 2970)],
  ],
  [
    'a purchase that is cleared with more than was held, and the purchases were read before',
    'records-not-read',
    [...funded, spend(300), transactions(purchase('3.00', 1)), fees(), card(5000, 4700), ...waited, card(4693, 4693)],
  ],
  [
    'a purchase that is cleared with more than was held, and the purchases were read once more',
    'booked-wrong-amount',
    [
      ...[...funded, spend(300), transactions(purchase('3.00', 1)), fees(), card(5000, 4700)],
      ...[transactions(purchase('3.00', 2)), fees(), card(4693, 4693)],
    ],
  ],
  ['a new card that holds money', 'opens-with-money', [issued, card(500, 500)]],
  ['an older wallet that others use', 'other-party-moved', [wallet(9000), wallet(8123)]],
  [
    'an older wallet that a record shows others to use, off by what looks like a slip of ours',
    'other-party-moved',
    [issued, wallet(9000), transfer(500), card(500, 500), movements(movement(500), movement(300, 92)), wallet(3700)],
  ],
  [
    'a deposit that becomes available in two parts',
    'released-in-parts',
    [issued, crypto(2500), card(2500, 0), card(2500, 1000), card(2500, 2500)],
  ],
  [
    'a deposit of which a part never becomes available',
    'deposit-not-arrived',
    [issued, crypto(2500), card(2500, 0), card(2500, 1000), ...waited, card(2500, 1000)],
  ],
  ['a conversion with a spread', 'conversion-spread', [issued, crypto(2500), card(2500, 0), card(2493, 2493)]],
];
