import type { Capabilities } from '../../config/profile.js';
import { budgetKinds, type KindCounts } from '../../contract/object-kinds.js';
import type { SeenCalls } from './calls-seen.js';
import type { CallDocument, CallEntry } from './scenario-calls.js';

const heading = `# What each scenario may call and how much it may create, by scenario id, and the capabilities without which it calls nothing.
# Written by "npm run calls" from runs on the emulator; only \`allowances\` and \`allows\` are written by hand, and they are kept.
# A run prints the sum of \`creates\` before its first call and never makes a creating call beyond it. Refused tries count: nobody
# knows what they left.
`;

/** What the runs that the table is written from showed. */
export interface ObservedScenarios {
  readonly seen: SeenCalls;
  /** Capabilities without which a scenario was not applicable. */
  readonly needs: ReadonlyMap<string, readonly (keyof Capabilities)[]>;
  /** Every scenario there is. */
  readonly scenarioIds: readonly string[];
}

/**
 * The text of `scenario-calls.yaml`: what was seen, and what the present document says by hand. A scenario that called
 * nothing keeps its entry (some only work on production) or gets an empty one; one that exists no more loses it.
 */
export function renderCallDocument(present: CallDocument, { seen, needs, scenarioIds }: ObservedScenarios): string {
  const entries = scenarioIds.toSorted().map((id): readonly [string, CallEntry] => {
    const old = present.scenarios[id];
    const now = seen.get(id);
    const { calls, creates = {} } =
      now === undefined ? (old ?? { calls: [] }) : { calls: now.operations, creates: now.creates };
    const needed = needs.get(id) ?? [];
    return [
      id,
      {
        ...(needed.length === 0 ? {} : { needs: needed }),
        calls,
        ...(Object.keys(creates).length === 0 ? {} : { creates }),
        ...(old?.allows === undefined ? {} : { allows: old.allows }),
      },
    ];
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
    ...entries.flatMap(([id, { needs: needed, calls, creates, allows }]) => [
      `  ${id}:`,
      ...(needed === undefined ? [] : [`    needs: [${needed.join(', ')}]`]),
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
