import { toDecimal } from '../../../contract/money/decimal-amount.js';
import type { AccountSheet, SheetStatus } from '../../../reconciliation/account-sheet.js';
import type { DataSetSheet, DataSetStatus } from '../../../reconciliation/data-set-sheet.js';
import type { Reconciliation } from '../../../reconciliation/reconcile.js';
import type { Report } from '../gather/report.js';
import { markup, type Html } from '../html/markup.js';
import { fileLink } from '../html/links.js';
import { table } from '../html/table.js';
import { callLinks } from '../rows/call-links.js';
import { counted } from '../words/count-words.js';
import { badge, type Tone } from '../words/tone.js';
import { differences } from './money-differences.js';

const tones: Readonly<Record<SheetStatus | DataSetStatus, Tone>> = {
  equal: 'good',
  differs: 'bad',
  'read in part': 'warn',
  'not read': 'quiet',
  undetermined: 'warn',
};

/** The harness's own ledger of every amount the run moved, beside balances and data sets of the API. */
export function reconciliation(report: Report): Html {
  const money = report.run.reconciliation;
  const { lines } = report.limits;
  const sum = money.totals.reduce((total, { balance }) => total + balance, 0);
  const compared = money.dataSets.filter(({ status, unread }) => status !== 'not read' || unread > 0);
  const silent = money.dataSets.length - compared.length;
  return markup`<p>The harness kept a double-entry ledger of its own: ${counted(money.counts.movements, 'movement')} in ${counted(money.counts.entries, 'entry', 'entries')}. All its accounts together come to ${toDecimal(sum)} ${money.currency}, as they must. Amounts are in ${money.currency}; the ledger is ${fileLink('reconciliation/ledger.ndjson')}. ${amountForm(money)}</p>
<h3>Differences</h3>${differences(report)}${stillOpen(money)}
<h3>Accounts</h3>
${table({ caption: 'Each card and wallet: own ledger beside the balance the API showed last (ledger balance / available balance)', look: 'fixed accounts numbers', columns: ['Account', 'Opening', 'Moved', 'Own closing', 'API’s balance', 'Difference', 'State', 'Last read'], rows: money.accounts.slice(0, lines).map((sheet) => accountRow(sheet, report)) })}${rest(money.accounts.length - lines, 'account', 'reconciliation/accounts.csv')}
<h3>Data sets</h3>
${table({ caption: 'What the API lists for each account, beside what the run moved', look: 'fixed sets numbers', columns: ['Account and data set', 'Own ledger', 'API', 'Not asked for afterwards', 'State', 'Read by'], rows: compared.slice(0, lines).map((sheet) => dataSetRow(sheet, report)) })}${rest(compared.length - lines, 'data set', 'reconciliation/reconciliation.json')}
${silent === 0 ? null : markup`<p>${counted(silent, 'more data set')} of these accounts had nothing to show and was not read: neither equal nor different.</p>`}
${money.harnessOnly.length === 0 ? null : markup`<p>${counted(money.harnessOnly.length, 'replayed answer')} about money moved nothing on the target and is left out.</p>`}`;
}

function amountForm({ amountForm: { form, proof, text, exchangeIds } }: Reconciliation): string {
  if (form === null) return 'Nothing in this run proves how the API writes amounts as text, so those stay unread.';
  const how = proof === 'known-amount' ? 'an amount the run had named came back' : 'it has a decimal point';
  return `Amounts that the API writes as text are ${form}: ${how} as "${text ?? ''}" (${exchangeIds.join(', ')}).`;
}

function accountRow(sheet: AccountSheet, report: Report): { cells: Html[] } {
  const { holder, opened, opening, moved, closing, api, difference, status, lastExchangeId } = sheet;
  return {
    cells: [
      markup`<span class="data">${holder}</span>${opened ? '' : ', there before'}`,
      ...[opening, moved, closing, api, difference].map((each) =>
        each === null ? markup`not read` : markup`${toDecimal(each.ledger)} / ${toDecimal(each.available)}`,
      ),
      badge(status, tones[status]),
      callLinks(lastExchangeId === null ? [] : [lastExchangeId], 1, report),
    ],
  };
}

function dataSetRow(sheet: DataSetSheet, report: Report): { cells: Html[] } {
  const { holder, dataSet, movements, ownAmount, unread, records, apiAmount, status, exchangeId } = sheet;
  const sum = (amount: number | null): string => (amount === null ? 'amount unreadable' : toDecimal(amount));
  return {
    cells: [
      markup`<span class="data">${holder}</span> ${dataSet}`,
      markup`${counted(movements, 'movement')}, ${sum(ownAmount)}`,
      markup`${counted(records, 'record')}, ${sum(apiAmount)}`,
      markup`${unread}`,
      badge(status, tones[status]),
      callLinks(exchangeId === null ? [] : [exchangeId], 1, report),
    ],
  };
}

function stillOpen({ open }: Reconciliation): Html | null {
  if (open.length === 0) return null;
  const items = open.map(({ holder, words, exchangeId }) => markup`<li>${holder}: ${words} (${exchangeId})</li>`);
  return markup`<p>Still on its way when the run ended, so not a difference yet:</p><ul>${items}</ul>`;
}

function rest(count: number, noun: string, file: string): Html | null {
  return count > 0 ? markup`<p>${counted(count, `more ${noun}`)} in ${fileLink(file)}.</p>` : null;
}
