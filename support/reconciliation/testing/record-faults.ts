import {
  card,
  crypto,
  fee,
  fees,
  issued,
  movements,
  purchase,
  spend,
  transactions,
  walletCreated,
  funded,
  waited,
  type PlantedFault,
} from './money-traffic.js';

/** Traffic whose lists have one fault each. */
export const recordFaults: readonly PlantedFault[] = [
  [
    'a purchase that may be given back whose fee names nothing',
    'fee-without-reference',
    [...funded, fees(fee('0.30', ''))],
  ],
  [
    'a fee on a declined purchase',
    'fee-on-declined-purchase',
    [...funded, spend(300), transactions(purchase('3.00', 4)), fees(fee('0.30'))],
  ],
  [
    'an authorisation and its completion as two records',
    'authorisation-and-completion-apart',
    [...funded, spend(300), transactions(purchase('3.00', 1), purchase('3.00', 3, '42', { authRefNum: 'A41' }))],
  ],
  [
    'an amount of another form than the pinned one',
    'amount-unreadable',
    [...funded, spend(300), spend(500), transactions(purchase('3.00'), purchase('five', 2, '42'))],
  ],
  [
    'a purchase listed with another amount while it is pending',
    'record-amount-differs',
    [...funded, spend(300), transactions(purchase('3.01', 1))],
  ],
  [
    'a purchase posted with another amount',
    'posted-amount-differs',
    [
      ...funded,
      spend(300),
      transactions(purchase('3.00', 1)),
      card(5000, 4700),
      transactions(purchase('3.07')),
      card(4693, 4693),
    ],
  ],
  [
    'a purchase posted with another amount than is taken',
    'confirmed-not-booked',
    [...funded, spend(300), transactions(purchase('3.07')), card(4700, 4700)],
  ],
  [
    'a purchase listed a hundred times too large',
    'decimal-point-misplaced',
    [...funded, spend(300), spend(500), transactions(purchase('3.00'), purchase('500.00', 2, '42'))],
  ],
  ['a transfer missing in the movements', 'missing-in-api', [...funded, movements()]],
  ['a purchase missing long after', 'missing-in-api', [...funded, spend(300), ...waited, transactions()]],
  ['a purchase looked for too early', 'read-too-early', [...funded, spend(300), transactions()]],
  [
    'a transfer among card transactions',
    'transfer-among-card-transactions',
    [...funded, transactions(purchase('50.00', 2, '91'))],
  ],
  [
    'a fee among card transactions',
    'fee-among-card-transactions',
    [
      ...funded,
      spend(2000),
      transactions(purchase('20.00'), purchase('0.30', 2, '42', { authRefNum: 'A41' })),
      fees(fee('0.30')),
    ],
  ],
  [
    'a purchase recorded twice',
    'purchase-recorded-twice',
    [...funded, spend(300), transactions(purchase('3.00'), purchase('3.00', 2, '42', { authRefNum: 'A41' }))],
  ],
  [
    'a record twice in one page',
    'record-listed-twice',
    [...funded, spend(300), transactions(purchase('3.00'), purchase('3.00'))],
  ],
  [
    'a deposit among card transactions',
    'deposit-among-card-transactions',
    [issued, crypto(2500), card(2500, 2500), transactions(purchase('25.00', 2, '41', { description: '' }))],
  ],
  [
    'a fee whose purchase is nowhere',
    'orphan-fee',
    [...funded, spend(300), fees(fee('0.30', 'A99')), transactions(purchase('3.00'))],
  ],
  [
    'a fee without a purchase while nobody read the purchases',
    'records-not-read',
    [issued, walletCreated, { ...spend(300) }, fees(fee('0.30'))],
  ],
  [
    'a fee charged twice',
    'fee-charged-twice',
    [...funded, spend(2000), transactions(purchase('20.00')), fees(fee('0.30'), fee('0.30', 'A41', 61))],
  ],
  [
    'a foreign purchase without a fee',
    'foreign-purchase-without-fee',
    [...funded, spend(2000, { merchantCurrency: 'EUR' }), transactions(purchase('20.00')), ...waited, fees()],
  ],
  ['a record no call caused', 'not-caused-by-run', [...funded, transactions(purchase('12.00'))]],
  [
    'a declined purchase that is recorded as approved',
    'purchase-outcome-differs',
    [...funded, spend(300, { outcome: 'decline' }), transactions(purchase('3.00'))],
  ],
  [
    'amounts whose form nothing proves',
    'amount-form-open',
    [...funded, transactions(purchase('700')), card(4000, 4000)],
  ],
];
