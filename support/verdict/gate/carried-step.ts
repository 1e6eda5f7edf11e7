import type { GateInput } from '../gate-input.js';
import { notArising, type StepDefinition } from '../gate-step.js';

/** Evidence from an earlier run. A run refuses what may not be carried, so that finding it in a pack means tampering. */
export const carriedStep: StepDefinition = {
  id: 'carried',
  title: 'what was carried over is of the same contract and Program, and young enough',
  causes: [{ exit: 'integrity', against: ({ carried }) => carried?.problems ?? [] }],
  notes: origins,
  instead: ({ carried }) => (carried === null ? `${notArising}nothing was carried over from an earlier run` : null),
};

/** One line for each run whose evidence counts here. */
function origins({ carried }: GateInput): string[] {
  const scenarios = carried?.scenarios ?? [];
  const runs = [...new Set(scenarios.map(({ runId }) => runId))];
  return runs.map((run) => {
    const own = scenarios.filter(({ runId }) => runId === run);
    const count = `${own.length} scenario${own.length === 1 ? '' : 's'}`;
    return `${count} carried over from ${run}, which began on ${own[0]?.startedAt ?? 'an unknown day'}`;
  });
}
