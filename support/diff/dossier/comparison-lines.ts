import { changeClasses, type ChangeClass } from '../contract/change-class.js';
import { comparisonFiles } from '../../evidence/baseline-places.js';
import type { Tone } from '../../evidence/paint.js';
import type { Dossier } from './dossier.js';
import { verdictsByCause, type ToldChange } from './verdicts-by-cause.js';

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
      ...verdictsByCause(changes.filter(({ open }) => open))
        .filter(notYetTold())
        .slice(0, mostShown)
        .map(changeLine),
      ...againLines(dossier),
      ...(changes.length === 0 ? [] : [rest]),
    ],
  };
}

/** Open changes that are shown; the result must fit one screen. */
const shownOnScreen = 4;

/** Each pair of exchanges once: a row, its scenario and its check end differently for one reason. */
function notYetTold(): (told: ToldChange) => boolean {
  const pairs = new Set<string>();
  return ({ changes }) => {
    const exchanges = changes[0]?.exchanges ?? null;
    if (exchanges === null || (exchanges.old === null && exchanges.new === null)) return true;
    const pair = `${exchanges.old ?? ''} ${exchanges.new ?? ''}`;
    const first = changes.length > 1 || !pairs.has(pair);
    pairs.add(pair);
    return first;
  };
}

function changeLine({ class: worst, words, changes }: ToldChange): ComparisonLine {
  const [first] = changes;
  const cause = first?.causes[0];
  const why = cause === undefined ? '' : `; ${cause.kind.replaceAll('-', ' ')}`;
  const exchanges = first?.exchanges ?? null;
  const calls =
    exchanges === null || (exchanges.old === null && exchanges.new === null)
      ? ''
      : ` (${exchanges.old ?? 'nothing'} -> ${exchanges.new ?? 'nothing'})`;
  const which = changes.length === 1 ? `${first?.fingerprint ?? ''} ` : '';
  return [tones[worst], `${worst} ${which}${words}${why}${calls}`];
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
