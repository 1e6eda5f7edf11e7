import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../../config/package-root.js';
import { readProblem } from '../../config/read-problem.js';
import { shapedYaml } from '../../config/shaped-yaml.js';
import { errorsOf } from '../../messages/coded-error.js';
import { scenarioTimesMessages } from '../../messages/shard-messages.js';

/** What a scenario is expected to take. */
export interface ScenarioTime {
  readonly calls: number;
  /** Reads that waits repeated. */
  readonly polls: number;
  /** As measured on the embedded emulator. */
  readonly seconds: number;
}

/** Rows that belong together, or alone, and why. */
export interface RowGroup {
  readonly why: string;
  readonly rows: readonly string[];
}

/** `schemas/axys-v2/scenario-times.yaml`: what plans are divided by. */
export interface ScenarioTimes {
  readonly version: 1;
  /** Seconds of a call and of a poll on a target that is no embedded emulator. */
  readonly elsewhere: { readonly call: number; readonly poll: number };
  readonly together: readonly RowGroup[];
  readonly alone: readonly RowGroup[];
  /** For a scenario without an entry. */
  readonly unknown: ScenarioTime;
  /** By scenario id. */
  readonly scenarios: Readonly<Record<string, ScenarioTime>>;
}

const wrong = errorsOf(scenarioTimesMessages, 'configuration');

/** The table of this package. */
export const scenarioTimesFile = join(packageRoot(), 'schemas/axys-v2/scenario-times.yaml');

/** Reads a table of expected times. Throws SHD-201 (78). */
export async function loadScenarioTimes(file: string = scenarioTimesFile): Promise<ScenarioTimes> {
  const unfit = (problem: string, cause?: unknown) => wrong('SHD-201', { file, problem }, cause);
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw unfit(readProblem(cause), cause);
  });
  // The schema proves the shape.
  return shapedYaml('scenario-times', text, unfit) as ScenarioTimes;
}

/** Seconds that a scenario is expected to take: as measured on the embedded emulator, else by its calls and polls. */
export function expectedSeconds(id: string, embedded: boolean, times: ScenarioTimes): number {
  const { calls, polls, seconds } = times.scenarios[id] ?? times.unknown;
  return embedded ? seconds : calls * times.elsewhere.call + polls * times.elsewhere.poll;
}
