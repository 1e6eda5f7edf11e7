import type { MutationScore } from './mutation-score.js';
import type { ScoredMutant } from './scored-mutant.js';
import { tallyWords } from './tally.js';

const words: Readonly<Record<ScoredMutant['outcome'], string>> = {
  killed: 'killed',
  survived: 'SURVIVED',
  broken: 'BROKEN',
  equivalent: 'equivalent',
  refuted: 'REFUTED',
};

/** The kill matrix as text: a line for each mutant, the score of every row, the score in all. Ends with a line break. */
export function renderKillMatrix({ behaviour, requirements, whole, build }: MutationScore): string {
  const widest = Math.max(...behaviour.mutants.map(({ id }) => id.length));
  const rows = requirements.map(({ requirement, ...tally }) => `  ${requirement}  ${tallyWords(tally)}`);
  const open = behaviour.mutants.filter(({ outcome }) => outcome !== 'killed');
  return [
    ...behaviour.mutants.map((mutant) => matrixLine(mutant, widest)),
    ...['', 'Score of each row', ...rows, ''],
    ...(open.length === 0 ? [] : ['Not killed', ...open.map((mutant) => `  ${matrixLine(mutant, widest)}`), '']),
    `Seeded faults: ${tallyWords(behaviour.tally)}${whole ? '' : ' (a part of all)'}`,
    `Build: axys-certify ${build.version}, code ${build.codeSha256.slice(0, 12)}`,
    '',
  ].join('\n');
}

/** One line of the matrix: outcome, mutant, rows, and who caught it or why nobody did. */
function matrixLine({ id, requirements, outcome, caughtBy, because }: ScoredMutant, width: number): string {
  const why = outcome === 'killed' ? caughtBy.join(', ') : (because ?? '');
  return `${words[outcome].padEnd(10)} ${id.padEnd(width)}  ${requirements.join(' ')}  ${why}`;
}
