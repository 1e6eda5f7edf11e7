import type { Coverage, KindCount } from './coverage.js';
import { isOpen, type CoverageGate } from './gate/against-floor.js';
import { idParts } from './gate/target-id.js';
import { targetKinds, type TargetKind } from './targets/target-kinds.js';

/** Kinds whose open targets are named one by one; of the others only the number is said. */
const named: ReadonlySet<TargetKind> = new Set(['operation', 'transition-allowed', 'transition-refused']);

/** Lines of one list that are printed; the rest is counted. */
const longest = 40;

/** The coverage of a run as text for a terminal. */
export function renderCoverage(coverage: Coverage, gate: CoverageGate): string {
  const { runId, partial, counts, exclusions, beyond } = coverage;
  const lines = [
    `Coverage of ${runId}${partial ? ', a part of the matrix' : ''}`,
    '',
    ...countTable(counts),
    '',
    ...openLines(coverage),
    ...(beyond.length === 0
      ? []
      : [`Seen beyond the contract (in no count): ${beyond.length}, first ${beyond[0]?.where ?? ''}`]),
    `Excluded by ${exclusions.filter(({ state }) => state === 'used').length} rules with reason, owner and expiry`,
    '',
    ...gateLines(gate),
  ];
  return `${lines.join('\n')}\n`;
}

function countTable(counts: readonly KindCount[]): string[] {
  const columns = ['kind', 'targets', 'attempted', 'matched', 'asserted', 'excluded', 'open'] as const;
  const rows = [columns.map(String), ...counts.map((count) => columns.map((column) => String(count[column])))];
  return rows.map(
    ([kind = '', ...numbers]) => `${kind.padEnd(20)}${numbers.map((text) => text.padStart(10)).join('')}`,
  );
}

function openLines({ targets, counts }: Coverage): string[] {
  const open = targets.filter(isOpen).map(({ id }) => idParts(id));
  return counts.flatMap(({ kind, open: count }) => {
    if (count === 0) return [];
    const words = `Open: ${count} x "${targetKinds[kind]}"`;
    if (!named.has(kind)) return [words];
    const own = open
      .filter((one) => one.kind === kind)
      .map(({ owner, rest }) => `${owner}${rest === '' ? '' : ` ${rest}`}`);
    return [words, ...listed(own)];
  });
}

function gateLines({ met, uncovered, fallen, closed }: CoverageGate): string[] {
  return [
    `Gate: ${met ? 'ok' : 'BELOW THE FLOOR'}`,
    ...(uncovered.length === 0
      ? []
      : [`${uncovered.length} neither covered, excluded nor known to be open:`, ...listed(uncovered)]),
    ...fallen.map(({ kind, count, floor, now }) => `  ${kind}: ${now} ${count}, ${floor} were accepted`),
    ...(closed.length === 0 ? [] : [`${closed.length} are no longer open: npm run coverage:accept`]),
  ];
}

function listed(items: readonly string[]): string[] {
  const rest = items.length - longest;
  return [
    ...items.slice(0, longest).map((item) => `  ${item}`),
    ...(rest > 0 ? [`  and ${rest} more, in coverage.json`] : []),
  ];
}
