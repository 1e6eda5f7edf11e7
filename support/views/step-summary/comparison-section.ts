import { comparisonLines } from '../../diff/dossier/comparison-lines.js';
import { verdictsByCause } from '../../diff/dossier/verdicts-by-cause.js';
import type { Dossier } from '../../diff/dossier/dossier.js';
import { comparisonFiles } from '../../evidence/baseline-places.js';
import { code, prose, table } from './markdown.js';

/** Changes shown before the rest is only counted. */
const longestList = 50;

/** What differs from the pack that `--baseline` named: the counts, then each open change with its rows; none without one. */
export function comparisonSection(dossier: Dossier | null): readonly string[] {
  if (dossier === null) return [];
  const { title, lines } = comparisonLines(dossier, 0);
  const open = verdictsByCause(dossier.changes.filter((change) => change.open));
  const rest = open.length - longestList;
  return [
    `### ${prose(title)}`,
    '',
    ...lines.map(([, text]) => `- ${prose(text)}`),
    ...(open.length === 0 ? [] : ['']),
    ...table(
      ['Class', 'What', 'Rows', 'Fingerprint'],
      open
        .slice(0, longestList)
        .map(({ class: worst, words, changes }) => [
          worst,
          prose([words, ...(changes[0]?.causes ?? []).slice(0, 1).map((cause) => `(${cause.words})`)].join(' ')),
          prose([...new Set(changes.flatMap(({ requirements }) => requirements))].sort().join(' ')),
          changes.length === 1 ? code(changes[0]?.fingerprint ?? '') : `${changes.length}, each its own`,
        ]),
    ),
    ...(rest > 0 ? ['', `and ${rest} more open changes, in ${code(comparisonFiles.dossier)}`] : []),
  ];
}
