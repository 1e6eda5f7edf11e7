import { changeClasses, type ChangeClass } from '../contract/change-class.js';
import { comparisonFiles } from '../../evidence/baseline-places.js';
import type { Tone } from '../../evidence/paint.js';
import type { Dossier, DossierChange } from './dossier.js';

/** A line of the result screen with its tone. */
export type ComparisonLine = readonly [tone: Tone, text: string];

const tones: Readonly<Record<ChangeClass, Tone>> = {
  ...{ breaking: 'bad', unknown: 'bad', 'conditionally-breaking': 'warn', additive: 'quiet', cosmetic: 'quiet' },
};

/** What a comparison found, on a few lines: how many changes of which class, the worst that nobody decided on, and what is next. */
export function comparisonLines(
  dossier: Dossier,
  mostShown: number = shownOnScreen,
): {
  readonly title: string;
  readonly lines: readonly ComparisonLine[];
} {
  const { baseline, kind, changes, counts, compared } = dossier;
  const day = baseline.startedAt.slice(0, 10);
  const contract = kind === 'drift' ? 'same contract' : 'another contract';
  const tally = changeClasses
    .filter((one) => counts[one].all > 0)
    .map((one) => `${counts[one].all} ${one}${counts[one].open > 0 ? ` (${counts[one].open} open)` : ''}`);
  const scenarios = `${compared.scenarios} scenario${compared.scenarios === 1 ? '' : 's'} in both`;
  const rest: ComparisonLine = ['quiet', `all of it: ${comparisonFiles.dossier}`];
  return {
    title: `Changed since ${baseline.runId} (${baseline.decision}, ${day}), ${contract}, ${scenarios}`,
    lines: [
      [tones[dossier.openClass], tally.length === 0 ? 'nothing' : tally.join(', ')],
      ...approvalLines(dossier),
      ...changes.filter(openAndTold()).slice(0, mostShown).map(changeLine),
      ...againLines(dossier),
      ...(changes.length === 0 ? [] : [rest]),
    ],
  };
}

/** Open changes that are shown; the result must fit one screen. */
const shownOnScreen = 4;

/** Open changes, each pair of exchanges once: a row, its scenario and its check end differently for one reason. */
function openAndTold(): (change: DossierChange) => boolean {
  const told = new Set<string>();
  return ({ open, exchanges }) => {
    if (!open || exchanges === null) return open;
    const pair = `${exchanges.old ?? ''} ${exchanges.new ?? ''}`;
    const first = !told.has(pair);
    told.add(pair);
    return first;
  };
}

function changeLine({ class: worst, words, fingerprint, causes, exchanges }: DossierChange): ComparisonLine {
  const why = causes[0] === undefined ? '' : `; ${causes[0].kind.replaceAll('-', ' ')}`;
  const calls = exchanges === null ? '' : ` (${exchanges.old ?? 'nothing'} -> ${exchanges.new ?? 'nothing'})`;
  return [tones[worst], `${worst} ${fingerprint} ${words}${why}${calls}`];
}

function approvalLines({ approvals }: Dossier): readonly ComparisonLine[] {
  const words = ['used', 'stale', 'expired', 'refused'] as const;
  const tally = words
    .map((word) => ({ word, count: approvals.filter(({ state }) => state === word).length }))
    .filter(({ count }) => count > 0)
    .map(({ word, count }) => `${count} ${word}`);
  return tally.length === 0 ? [] : [['quiet', `approvals: ${tally.join(', ')}`]];
}

function againLines({ certifyAgain: { rows } }: Dossier): readonly ComparisonLine[] {
  if (rows.length === 0) return [];
  const missing = rows.filter(({ shownHere }) => !shownHere).map(({ id }) => id);
  const still = missing.length === 0 ? 'all shown again in this run' : `still to be shown: ${missing.join(' ')}`;
  return [[missing.length === 0 ? 'good' : 'warn', `rows to certify again: ${rows.length}, ${still}`]];
}
