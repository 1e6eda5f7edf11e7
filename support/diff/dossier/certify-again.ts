import type { KnownScenario } from '../../evidence/test-scripts/known-scenario.js';
import { shellWord } from '../../evidence/reproduce/shell-word.js';
import type { RequirementResult } from '../../verdict/requirement-result.js';
import type { RequirementOutcome } from '../../verdict/verdict.js';
import type { ObservedRequirement } from '../behaviour/observed-behaviour.js';
import { changeClasses, type ChangeClass } from '../contract/change-class.js';
import type { Dossier, DossierChange, RowAgain } from './dossier.js';

/** Classes after which an earlier demonstration no longer stands: all but what the vendor may do at any time. */
const undoes: ReadonlySet<ChangeClass> = new Set(
  changeClasses.filter((one) => one !== 'additive' && one !== 'cosmetic'),
);

/** Whether a row with this outcome was shown. */
const isShown: Readonly<Record<RequirementOutcome, boolean>> = {
  demonstrated: true,
  'demonstrated-with-advisory': true,
  contradicted: false,
  'not-demonstrated': false,
  'not-applicable': false,
  'out-of-scope': false,
};

/** Whether this outcome speaks against what was shown before; a row that this run left out says nothing about itself. */
const speaksAgainst: Readonly<Record<RequirementOutcome, boolean>> = {
  demonstrated: false,
  'demonstrated-with-advisory': false,
  contradicted: true,
  'not-demonstrated': true,
  'not-applicable': true,
  'out-of-scope': false,
};

/** What tells which rows must be shown again. */
export interface BothRuns {
  readonly before: readonly ObservedRequirement[];
  readonly after: readonly RequirementResult[];
  readonly changes: readonly DossierChange[];
  /** Every scenario of this harness. */
  readonly known: readonly KnownScenario[];
}

/**
 * The rows that must be certified again: those that the baseline demonstrated and that a change undoes, and those that this
 * run tried and does not demonstrate. An approval does not take a row out: it says that a change may be, not that the row holds.
 */
export function certifyAgain(runs: BothRuns): Dossier['certifyAgain'] {
  const after = new Map(runs.after.map((row) => [row.id, row]));
  const rows = runs.before
    .filter(({ outcome }) => isShown[outcome])
    .flatMap((row) => rowAgain(row, after.get(row.id) ?? null, runs) ?? []);
  const driven = rows.filter(({ shownHere, scenarios }) => !shownHere && scenarios.length > 0);
  const tags = driven.map(({ id }) => `@${id}`).join(' or ');
  return { rows, command: driven.length === 0 ? null : `axys-certify run --tags ${shellWord(tags)}` };
}

function rowAgain(
  { id, title, outcome: before }: ObservedRequirement,
  now: RequirementResult | null,
  { changes, known }: BothRuns,
): RowAgain | null {
  const after = now?.outcome ?? 'out-of-scope';
  const undoing = changes.filter((change) => undoes.has(change.class) && change.requirements.includes(id));
  const reasons = [
    ...undoing.map(({ fingerprint, words }) => ({ fingerprint, words })),
    ...(!speaksAgainst[after] ? [] : [{ fingerprint: null, words: notShown(after, now) }]),
  ];
  if (reasons.length === 0) return null;
  const all = known.filter(({ requirements }) => requirements.includes(id)).map((scenario) => scenario.id);
  const met = new Set(undoing.flatMap(({ scenarios }) => scenarios));
  const named = all.filter((scenario) => met.has(scenario));
  return {
    ...{ id, title, before, after, reasons },
    scenarios: (isShown[after] && named.length > 0 ? named : all).toSorted(),
    shownHere: isShown[after] && now?.marks.includes('carried-over') === false,
  };
}

function notShown(after: RequirementOutcome, now: RequirementResult | null): string {
  return `it was demonstrated, and in this run it is ${after}${now?.reason === undefined ? '' : `: ${now.reason}`}`;
}
