import { isDeepStrictEqual } from 'node:util';
import type { Difference } from '../../../evidence/verify/verification.js';
import { recorderFiles } from '../../../trace/recorder-files.js';
import type { Exchange } from '../../../trace/exchange.js';
import type { ScenarioResult } from '../../../verdict/scenario-result.js';
import type { ScenarioVerdict } from '../../../verdict/verdict.js';
import { wayOf } from './way-of.js';
import type { WayTable } from './way-table.js';

/** Verdicts of a scenario that made all of its checks. */
const whole: ReadonlySet<ScenarioVerdict> = new Set<ScenarioVerdict>(['pass', 'advisory', 'review']);

/**
 * Names a scenario that came to its checks in a way no run of this build has on the emulator: made other checks, over calls of
 * other operations, or of other steps. A platform may be the reason, so may somebody who pointed a check at other calls: a person
 * looks at it. Null where there is nothing to say.
 */
export function unusualWay(
  result: ScenarioResult,
  exchanges: ReadonlyMap<string, Exchange>,
  table: WayTable,
): Difference | null {
  const known = table.get(result.id);
  if (known === undefined || !whole.has(result.verdict)) return null;
  const way = wayOf(result, exchanges);
  if (known.some((each) => isDeepStrictEqual(each, way))) return null;
  const usual = closest(way, known);
  const at = way.findIndex((line, index) => line !== usual[index]);
  const place = at < 0 ? way.length : at;
  const problem = `it came to its checks in another way than on the emulator; expected "${usual[place] ?? 'no further check'}", found "${way[place] ?? 'no further check'}" (check, last step, operations): look at the calls it rests on`;
  return { where: `${recorderFiles.results}: ${result.id}`, problem };
}

function closest(way: readonly string[], known: readonly (readonly string[])[]): readonly string[] {
  const alike = (other: readonly string[]): number => other.filter((line) => way.includes(line)).length;
  return known.toSorted((a, b) => alike(b) - alike(a))[0] ?? [];
}
