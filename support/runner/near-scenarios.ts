import type { PlannedScenario } from './planned-scenario.js';

/**
 * Where the scenarios before and after a line are that cucumber-js was given (`FEATURE:LINE`), as a sentence without its
 * end; null when its arguments name no line of a feature that has scenarios.
 */
export function nearScenarios(
  argv: readonly string[],
  catalogue: readonly Pick<PlannedScenario, 'uri' | 'line'>[],
): string | null {
  for (const argument of argv) {
    const [, path, first] = /^(?:\.[\\/])?(.+\.feature):(\d+)/.exec(argument) ?? [];
    if (path === undefined) continue;
    const uri = path.replaceAll('\\', '/');
    const lines = catalogue.filter((one) => one.uri === uri).map(({ line }) => line);
    const asked = Number(first);
    const [before, after] = [lines.filter((line) => line <= asked), lines.filter((line) => line > asked)];
    const near = [
      ...(before.length > 0 ? [Math.max(...before)] : []),
      ...(after.length > 0 ? [Math.min(...after)] : []),
    ];
    if (near.length === 0) continue;
    const places = near.map((line) => `line ${String(line)}`).join(' and ');
    return `In ${uri} the scenarios around line ${String(asked)} are in ${places}`;
  }
  return null;
}
