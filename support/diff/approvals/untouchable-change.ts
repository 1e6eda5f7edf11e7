import { memberRules } from '../../trace/mask/mask-rules.js';
import type { SensitiveKind } from '../../trace/mask/sensitive-kind.js';
import type { Requirement } from '../../verdict/requirement.js';
import { whyNotWaivable, type Untouchable } from '../../verdict/waivers/waivable.js';
import type { ApprovableChange } from './approvable-change.js';

/** What a member holds, by the kind of value that masking takes it for; null for what people may decide upon. */
const byKind: Readonly<Record<SensitiveKind, Untouchable | null>> = {
  ...{ pan: 'card data', expiry: 'card data', cvv: 'card data', pin: 'card data', track: 'card data' },
  ...{ otp: 'authentication', 'api-key': 'authentication', 'private-key': 'authentication' },
  ...{ password: 'authentication', token: 'authentication' },
  ...{ link: null, name: null, address: null, birth: null, email: null, phone: null },
  ...{ 'bank-account': 'money', document: null },
};

/** Words of a member's name that say it is an amount, or decides how one is read. */
const moneyWords: ReadonlySet<string> = new Set([
  ...['amount', 'amounts', 'balance', 'balances', 'limit', 'limits', 'fee', 'fees', 'currency', 'rate'],
  ...['money', 'minor', 'cents', 'price', 'cost', 'charge', 'charges'],
]);

/** Words of a rule's id that say what it is about, whatever the member is called. */
const byRuleWord: Readonly<Record<string, Untouchable>> = { security: 'authentication' };

/** Rules that say nothing about the target: who approves them approves that nobody looked. */
const byRule: Readonly<Partial<Record<string, Untouchable>>> = { 'nothing-compared': 'integrity' };

const byMember = new Map<string, Untouchable | null>(
  memberRules
    // `code` is also the member of every refusal.
    .filter(({ when }) => when !== 'one-time-code')
    .flatMap(({ names, kind }) => names.map((name) => [plain(name), byKind[kind]] as const)),
);

/** The untouchable thing that an approval of this change would cover, or null when it may be approved. */
export function untouchableIn(change: ApprovableChange, catalogue: readonly Requirement[]): Untouchable | null {
  return (
    firstOf(change.rows, (row) => whyNotWaivable({ id: row, area: areaOf(row, catalogue) }, change.rule)) ??
    firstOf(change.members, inMember) ??
    byRule[change.rule] ??
    firstOf(change.rule.split('-'), (word) => byRuleWord[word] ?? null)
  );
}

function inMember(name: string): Untouchable | null {
  const known = byMember.get(plain(name)) ?? null;
  return known ?? (wordsOf(name).some((word) => moneyWords.has(word)) ? 'money' : null);
}

function areaOf(row: string, catalogue: readonly Requirement[]): string {
  return catalogue.find(({ id }) => id === row)?.area ?? '';
}

function firstOf(names: readonly string[], find: (name: string) => Untouchable | null): Untouchable | null {
  for (const name of names) {
    const found = find(name);
    if (found !== null) return found;
  }
  return null;
}

/** `walletAvailableBalance` is made of wallet, available and balance. */
function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.toLowerCase());
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[_-]/g, '');
}
