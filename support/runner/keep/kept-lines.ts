import type { KeptRuns } from './keep-runs.js';

/** What `--keep` did, for people: every run that went, and why older ones stayed. Empty when there was nothing to decide. */
export function keptLines(keep: number, { removed, spared }: Pick<KeptRuns, 'removed' | 'spared'>): readonly string[] {
  const reasons = [...new Set(spared.map(({ why }) => why))];
  return [
    ...(removed.length === 0 ? [] : [`--keep ${keep}: removed ${count(removed.length)}: ${removed.join(' ')}`]),
    ...reasons.map((reason) => {
      const runs = spared.filter(({ why }) => why === reason).map(({ runId }) => runId);
      return `--keep ${keep}: left ${count(runs.length)} because ${reason}: ${runs.join(' ')}`;
    }),
  ];
}

function count(runs: number): string {
  return `${runs} older run${runs === 1 ? '' : 's'}`;
}
