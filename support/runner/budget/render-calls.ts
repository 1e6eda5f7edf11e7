import { budgetKinds, type KindCounts } from '../../contract/object-kinds.js';
import type { CallDocument, CallEntry, CallTable } from './scenario-calls.js';

const heading = `# What each scenario may call and how much it may create, by scenario id. Written by "npm run calls" from runs on the
# emulator; only \`allowances\` and \`allows\` are written by hand, and they are kept. A run prints the sum of \`creates\`
# before its first call and never makes a creating call beyond it. Refused tries count: nobody knows what they left.
`;

/**
 * The text of `scenario-calls.yaml`: what was seen, and what the present document says by hand. A scenario that called
 * nothing keeps its entry (some only work on production) or gets an empty one; one that exists no more loses it.
 */
export function renderCallDocument(present: CallDocument, seen: CallTable, scenarioIds: readonly string[]): string {
  const entries = scenarioIds.toSorted().map((id): readonly [string, CallEntry] => {
    const old = present.scenarios[id];
    const now = seen.get(id);
    if (now === undefined) return [id, old ?? { calls: [] }];
    const creates = Object.keys(now.creates).length === 0 ? {} : { creates: now.creates };
    return [id, { calls: now.operations, ...creates, ...(old?.allows === undefined ? {} : { allows: old.allows }) }];
  });
  const lines = [
    'version: 1',
    'allowances:',
    ...Object.entries(present.allowances).flatMap(([name, { why, calls, creates }]) => [
      `  ${name}:`,
      `    why: ${JSON.stringify(why)}`,
      `    calls: [${calls.join(', ')}]`,
      ...countLines(creates),
    ]),
    'scenarios:',
    ...entries.flatMap(([id, { calls, creates, allows }]) => [
      `  ${id}:`,
      `    calls: [${calls.join(', ')}]`,
      ...countLines(creates),
      ...(allows === undefined ? [] : [`    allows: [${allows.join(', ')}]`]),
    ]),
  ];
  return `${heading}${lines.join('\n')}\n`;
}

function countLines(creates: KindCounts | undefined): readonly string[] {
  const counts = budgetKinds.flatMap((kind) => {
    const count = creates?.[kind] ?? 0;
    return count === 0 ? [] : [`${kind}: ${String(count)}`];
  });
  return counts.length === 0 ? [] : [`    creates: { ${counts.join(', ')} }`];
}
