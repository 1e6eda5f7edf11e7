import { comparisonLines } from '../../diff/dossier/comparison-lines.js';
import type { Dossier } from '../../diff/dossier/dossier.js';
import { comparisonFiles } from '../../evidence/baseline-places.js';
import { code, prose, table } from './markdown.js';

/** Changes shown before the rest is only counted. */
const longestList = 50;

/** What differs from the pack that `--baseline` named: the counts, then each open change with its rows; none without one. */
export function comparisonSection(dossier: Dossier | null): readonly string[] {
  if (dossier === null) return [];
  const { title, lines } = comparisonLines(dossier, 0);
  const open = dossier.changes.filter((change) => change.open);
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
        .map((change) => [
          change.class,
          prose([change.words, ...change.causes.slice(0, 1).map(({ words }) => `(${words})`)].join(' ')),
          prose(change.requirements.join(' ')),
          code(change.fingerprint),
        ]),
    ),
    ...(rest > 0 ? ['', `and ${rest} more open changes, in ${code(comparisonFiles.dossier)}`] : []),
  ];
}
