import { talliesOf, type MutationScore } from './mutation-score.js';
import type { ScoredMutant } from './scored-mutant.js';
import { tallyWords } from './tally.js';

const words: Readonly<Record<ScoredMutant['outcome'], string>> = {
  killed: 'killed',
  survived: 'SURVIVED',
  'false-alarm': 'FALSE ALARM',
  broken: 'BROKEN',
  equivalent: 'equivalent',
  refuted: 'REFUTED',
};

/**
 * The kill matrix as text: a line for each seeded fault and each mutant sent over the wire, wire mutants by kind, the score of
 * every row, everything that was not killed, the score in all. Ends with a line break.
 */
export function renderKillMatrix(score: MutationScore): string {
  const { behaviour, wire, sample, requirements, whole, build } = score;
  const listed = [...(behaviour?.mutants ?? []), ...(sample?.mutants ?? [])];
  const open = [...listed, ...(wire?.mutants ?? [])].filter(({ outcome }) => outcome !== 'killed');
  const rows = requirements.map(({ requirement, behaviour: faults, wire: answers }) =>
    [requirement, ...[faults, answers].map((tally) => (tally.mutants === 0 ? '-' : tallyWords(tally)))].join(' | '),
  );
  const kinds = (wire?.kinds ?? []).map(({ kind, tally }) => `${kind} | ${tallyWords(tally)}`);
  return [
    ...section('Kill matrix', listed.map(matrixLine)),
    ...section('Wire mutants by kind', kinds),
    ...section('Score of each row: seeded faults | answers changed as they travel', rows),
    ...section('Not killed', open.map(matrixLine)),
    ...talliesOf(score).map(([name, tally]) => `${name}: ${tallyWords(tally)}${whole ? '' : ' (a part of all)'}`),
    `Build: axys-certify ${build.version}, code ${build.codeSha256.slice(0, 12)}`,
    '',
  ].join('\n');
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`), ''];
}

/** One line of the matrix: outcome, mutant, rows, and who caught it or why nobody did. */
function matrixLine({ id, requirements, outcome, caughtBy, because }: ScoredMutant): string {
  const why = outcome === 'killed' ? caughtBy.join(', ') : (because ?? '');
  return [words[outcome].padEnd(11), id, requirements.join(' '), why].join(' | ');
}
