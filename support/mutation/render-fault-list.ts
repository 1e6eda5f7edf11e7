import type { WireKind } from './wire/kinds/wire-kind.js';
import { catcherOf, type FaultEntry } from '../emulator/faults/fault-catalogue.js';

/** Seeded faults as text: id, rows and who has to report it, with what is wrong below; then the kinds of wire mutants. Ends with a line break. */
export function renderFaultList(
  faults: readonly FaultEntry[],
  kinds: readonly Pick<WireKind, 'kind' | 'title'>[],
): string {
  const lines = faults.flatMap(({ id, requirements, title, caughtBy }) => {
    const catchers = caughtBy.map(catcherOf).map(({ kind, id: name }) => `${kind} ${name}`);
    return [`${id}  ${requirements.join(' ')}  ${catchers.join(', ')}`, `    ${title}`];
  });
  const changes = kinds.map(({ kind, title }) => `${kind}  ${title}`);
  const counts = [`${faults.length} seeded faults`, `${kinds.length} kinds of wire mutants`];
  return [...lines, ...changes, counts.join(', '), ''].join('\n');
}
