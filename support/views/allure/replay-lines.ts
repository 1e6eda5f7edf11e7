import type { ReproducedCause } from '../../evidence/reproduce/reproduced-cause.js';

/** How to see the findings of each scenario again, by its id: lines for a shell, each once, in the order of the causes. */
export function replayLinesBy(findings: readonly ReproducedCause[]): ReadonlyMap<string, readonly string[]> {
  const byScenario = new Map<string, Set<string>>();
  for (const { id, occurrences } of findings) {
    for (const { scenario, curl, exchangeId } of occurrences) {
      const line = `# ${id}${curl === null ? '' : ` (${exchangeId ?? ''})\n${curl}`}`;
      byScenario.set(scenario, (byScenario.get(scenario) ?? new Set()).add(line));
    }
  }
  return new Map([...byScenario].map(([scenario, lines]) => [scenario, [...lines]]));
}
