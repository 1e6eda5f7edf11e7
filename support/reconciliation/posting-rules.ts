/** Why an entry of the ledger was posted. */
export interface PostingRule {
  /** Permanent id. */
  readonly id: string;
  /** One sentence for the auditor. */
  readonly title: string;
  /** The vendor's page, or `axys-certify` for what is ours. */
  readonly source: string;
}

const deposits = 'docs/funding-and-deposits';
const accounts = 'docs/accounts-wallets-and-deposit-addresses';
const transfers = 'docs/guide-transfer-funds';
const records = 'docs/transactions-and-fees';
const simulations = 'docs/simulation-endpoints';

function rule(id: string, title: string, source: string): PostingRule {
  return { id, title, source };
}

/** Every rule by which this ledger posts. */
export const postingRules = {
  opening: rule('opening-balance', 'The balance that was there when the run first read it.', accounts),
  sent: rule('deposit-sent', 'A simulated deposit is money on its way and in clearing.', simulations),
  unallocated: rule(
    'deposit-unallocated',
    'A bank transfer from an unregistered account or without its reference is held in suspense.',
    deposits,
  ),
  booked: rule('deposit-booked', 'A confirmed or detected deposit raises the ledger balance.', deposits),
  noticed: rule('deposit-noticed', 'A trace notification may raise the ledger balance before its transfer.', deposits),
  released: rule('deposit-released', 'A final or cleared deposit raises the available balance.', deposits),
  converted: rule('deposit-converted', 'Conversion credits the converted amount, after a spread.', deposits),
  authorised: rule('purchase-authorised', 'An approved purchase is held from the available balance.', accounts),
  cleared: rule('purchase-cleared', 'A cleared purchase leaves the ledger balance.', accounts),
  feeHeld: rule('fee-held', 'A fee is held from the available balance together with its purchase.', records),
  feeCharged: rule('fee-charged', 'A fee leaves the ledger balance together with its purchase.', records),
  transferHeld: rule('transfer-held', 'A transfer leaves the available balance of its wallet.', transfers),
  transferPaid: rule('transfer-paid', 'A transfer leaves the ledger balance of its wallet.', transfers),
  transferBooked: rule('transfer-booked', 'A transfer raises the ledger balance of its destination.', transfers),
  transferReleased: rule('transfer-released', 'A transfer raises the available balance of its destination.', transfers),
  recorded: rule('record-without-call', 'A record of the API moved a balance without a call of this run.', records),
  unexplained: rule('unexplained', 'A balance changed by more or less than all movements explain.', 'axys-certify'),
} as const;
