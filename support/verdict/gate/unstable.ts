import type { GateInput, GateScenario } from '../gate-input.js';
import { unstableRule } from '../waivers/waivable.js';

/**
 * Scenarios whose verdict changed between attempts, as lines. Those of a MUST row block, unless a waiver of that row for
 * `unstable` is in date; those of organic rows (SHOULD) and of no row are listed.
 */
export function unstableScenarios(input: GateInput, wanted: 'blocking' | 'listed'): string[] {
  return input.results
    .filter(
      (scenario) => scenario.marks.includes('unstable') && isBlocking(scenario, input) === (wanted === 'blocking'),
    )
    .map(({ name, verdict }) => `${name}: ended as ${verdict} after another attempt ended otherwise`);
}

function isBlocking({ requirements: rows }: GateScenario, { requirements, waivers }: GateInput): boolean {
  return requirements.some(
    ({ id, level }) =>
      level === 'MUST' &&
      rows.includes(id) &&
      !waivers.some(({ requirement, rule, state }) => state === 'used' && requirement === id && rule === unstableRule),
  );
}
