/**
 * The row an operation answers for: a finding that no row of its scenario claims counts under it. Each operation has the
 * row whose "what to verify" is closest to the plain call.
 */
const rowByOperation = {
  createCardholder: 'TM-17',
  listCardholders: 'TM-10',
  getCardholder: 'TM-19',
  updateCardholder: 'TM-21',
  submitKyc: 'TM-18',
  refreshKycUrl: 'TM-20',
  submitSumsubToken: 'TM-23',
  registerBankAccount: 'TM-40',
  registerWalletAddress: 'TM-68',
  issueVirtualCard: 'TM-08',
  issuePhysicalCard: 'TM-09',
  listCards: 'TM-63',
  getCard: 'TM-27',
  getCardDetails: 'TM-35',
  getCardBalance: 'TM-37',
  activateCard: 'TM-28',
  updateCardPin: 'TM-33',
  updateCard: 'TM-31',
  setCardStatus: 'TM-29',
  notifyCardBankDeposit: 'TM-43',
  notifyCardBlockchainDeposit: 'TM-68',
  listCardTransactions: 'TM-58',
  listCardFees: 'TM-59',
  createWallet: 'TM-47',
  listWallets: 'TM-47',
  getWallet: 'TM-47',
  listWalletTransactions: 'TM-62',
  transferFromWallet: 'TM-48',
  notifyWalletBankDeposit: 'TM-44',
  notifyWalletBlockchainDeposit: 'TM-68',
  subscribeOtp: 'TM-52',
  getOtp: 'TM-52',
  unsubscribeOtp: 'TM-56',
  createSupportTicket: 'TM-64',
  simulateKycResult: 'TM-70',
  simulateCryptoDeposit: 'TM-71',
  simulateBankDeposit: 'TM-45',
  simulateCardSpend: 'TM-61',
  simulateOtpChallenge: 'TM-52',
  simulateBankAccountConfirmation: 'TM-45',
} as const;

/** Rows by operationId, for {@link RequirementContext.operationRows}. */
export const operationRows: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(rowByOperation).map(([operationId, row]) => [operationId, [row]]),
);

/** The same on production, whose two calls answer for rows of their own. */
export const productionOperationRows: ReadonlyMap<string, readonly string[]> = new Map([
  ['listCardholders', ['TM-72']],
  ['simulateKycResult', ['TM-73']],
]);
