import { shareCauses } from '../../evidence/share-causes.js';
import { changeClasses, type ChangeClass } from '../contract/change-class.js';
import type { DossierChange } from './dossier.js';

/** Verdicts that changed for one reason, or a change of its own. */
export interface ToldChange {
  readonly changes: readonly DossierChange[];
  readonly class: ChangeClass;
  /** What changed in many, with what caused it; the words of the change itself where it is one. */
  readonly words: string;
}

/** Fewer verdicts than this are told one by one. */
const many = 3;

/**
 * The changes as they are told to people, the worst first: rows and scenarios that ended differently because of one change of what
 * the target does are one entry. All of them stay in the dossier, each with its fingerprint.
 */
export function verdictsByCause(changes: readonly DossierChange[]): readonly ToldChange[] {
  const shared = changes.filter((change) => change.source === 'verdict' && causeOf(change).length > 0);
  const groups = changeClasses.flatMap((one) =>
    shareCauses(
      shared.filter((change) => change.class === one),
      causeOf,
    ).filter(({ things }) => things.length >= many),
  );
  const grouped = new Set(groups.flatMap(({ things }) => things));
  const entries = [
    ...groups.map(({ cause, things }) => ({ changes: things, words: `${tally(things)}: ${cause ?? ''}` })),
    ...changes.filter((change) => !grouped.has(change)).map((change) => ({ changes: [change], words: change.words })),
  ];
  const placeOf = (change: DossierChange | undefined) => (change === undefined ? -1 : changes.indexOf(change));
  return entries
    .map((entry) => ({ ...entry, class: entry.changes[0]?.class ?? 'unknown' }))
    .sort((a, b) => placeOf(a.changes[0]) - placeOf(b.changes[0]));
}

/** The changes of behaviour that prove why a verdict is another one. */
function causeOf({ causes }: DossierChange): readonly string[] {
  const proofs = causes[0]?.proofs ?? [];
  return proofs.filter(({ what }) => what.startsWith('change ')).flatMap(({ old, new: now }) => now ?? old ?? []);
}

function tally(changes: readonly DossierChange[]): string {
  const rules = [...new Set(changes.map(({ rule }) => rule))];
  return rules.map((rule) => `${changes.filter((one) => one.rule === rule).length} x ${rule}`).join(', ');
}
