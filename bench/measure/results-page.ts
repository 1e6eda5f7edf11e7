import type { Machine } from '../machine.js';
import type { Section } from '../parts/part.js';

/** When and where a measurement was made. */
export interface Measurement {
  readonly machine: Machine;
  /** Load average of a minute before and after. */
  readonly load: { readonly before: string; readonly after: string };
  /** ISO 8601. */
  readonly at: string;
  readonly minutes: number;
  /** True for few and short rounds. */
  readonly quick: boolean;
  readonly sections: readonly Section[];
}

const introduction = `Made by \`npm run bench\`; do not edit. Figures are medians, with the quartiles in brackets. What is compared was measured in
turn in one run, and a ratio is that of neighbours in time, so that noise of the machine hits both sides alike.`;

/** bench/RESULTS.md. */
export function resultsPage({ machine, load, at, minutes, quick, sections }: Measurement): string {
  const promises = sections.flatMap((section) => section.promises);
  const facts = [
    ['Date', at],
    ['Processor', machine.processor],
    ['Memory', machine.memory],
    ['System', machine.system],
    ['Node.js', machine.node],
    ['Commit', machine.commit],
    ['Load average before and after', `${load.before}, ${load.after}`],
    ['Whole measurement', `${minutes.toFixed(1)} min${quick ? ', few and short rounds (--quick)' : ''}`],
  ];
  return [
    '# Measured',
    introduction,
    table(['', ''], facts),
    '## Promised and measured',
    table(
      ['What', 'Promised', 'Measured', ''],
      promises.map(({ what, promised, measured, kept }) => [what, promised, measured, kept ? 'kept' : '**missed**']),
    ),
    ...sections.flatMap(({ title, headings, rows, notes }) => [`## ${title}`, table(headings, rows), ...notes]),
  ]
    .join('\n\n')
    .concat('\n');
}

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(headings), `|${headings.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}
