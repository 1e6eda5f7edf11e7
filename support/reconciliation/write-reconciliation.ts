import { csv } from '../evidence/csv.js';
import type { EvidenceFolder } from '../evidence/evidence-folder.js';
import { writeJson } from '../evidence/write-json.js';
import { writeNdjson } from '../evidence/write-ndjson.js';
import type { AccountSheet } from './account-sheet.js';
import { countsOf } from './differences/count-differences.js';
import type { LedgerEntry } from './posting/ledger-entry.js';
import type { Reconciliation } from './reconcile.js';

/** Files of a reconciliation. */
export const reconciliationFiles = {
  summary: 'reconciliation/reconciliation.json',
  ledger: 'reconciliation/ledger.ndjson',
  accounts: 'reconciliation/accounts.csv',
  differences: 'reconciliation/differences.json',
} as const;

/** Writes the ledger, the accounts, the differences and the summary of a reconciliation. */
export async function writeReconciliation(
  folder: EvidenceFolder,
  { reconciliation, ledger }: { readonly reconciliation: Reconciliation; readonly ledger: readonly LedgerEntry[] },
): Promise<void> {
  const { differences, ...rest } = reconciliation;
  await writeNdjson(folder, reconciliationFiles.ledger, { schema: 'ledger-entry', records: ledger });
  await folder.write(reconciliationFiles.accounts, accountsCsv(reconciliation.accounts, reconciliation.currency));
  await writeJson(folder, reconciliationFiles.differences, { schema: 'money-differences', content: differences });
  const content = { ...rest, differences: countsOf(differences) };
  await writeJson(folder, reconciliationFiles.summary, { schema: 'reconciliation', content });
}

const columns: readonly (readonly [string, (sheet: AccountSheet) => string | number])[] = [
  ['account', ({ holder }) => holder],
  ['opened in this run', ({ opened }) => (opened ? 'yes' : 'no')],
  ['opening ledger', ({ opening }) => opening.ledger],
  ['opening available', ({ opening }) => opening.available],
  ['movements ledger', ({ moved }) => moved.ledger],
  ['movements available', ({ moved }) => moved.available],
  ['closing ledger', ({ closing }) => closing.ledger],
  ['closing available', ({ closing }) => closing.available],
  ['API ledger', ({ api }) => api?.ledger ?? 'not read'],
  ['API available', ({ api }) => api?.available ?? 'not read'],
  ['difference ledger', ({ difference }) => difference?.ledger ?? 'not read'],
  ['difference available', ({ difference }) => difference?.available ?? 'not read'],
  ['status', ({ status }) => status],
  ['after last read ledger', ({ afterwards }) => afterwards.ledger],
  ['after last read available', ({ afterwards }) => afterwards.available],
  ['reads', ({ readings }) => readings],
  ['last read', ({ lastExchangeId }) => lastExchangeId ?? ''],
];

/** Every card and wallet as CSV; amounts in minor units of the currency. */
function accountsCsv(accounts: readonly AccountSheet[], currency: string): string {
  return csv([
    [...columns.map(([name]) => name), 'currency'],
    ...accounts.map((sheet) => [...columns.map(([, valueOf]) => valueOf(sheet)), currency]),
  ]);
}
