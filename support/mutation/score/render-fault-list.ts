import { catcherOf, type FaultEntry } from '../../emulator/faults/fault-catalogue.js';

/** Seeded faults as text: id, rows and who has to report it, with what is wrong below. Ends with a line break. */
export function renderFaultList(faults: readonly FaultEntry[]): string {
  const lines = faults.flatMap(({ id, requirements, title, caughtBy }) => {
    const catchers = caughtBy.map(catcherOf).map(({ kind, id: name }) => `${kind} ${name}`);
    return [`${id}  ${requirements.join(' ')}  ${catchers.join(', ')}`, `    ${title}`];
  });
  return [...lines, `${String(faults.length)} seeded faults`, ''].join('\n');
}
