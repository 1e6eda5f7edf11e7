import type { ScenarioResult } from '../../verdict/scenario-result.js';
import type { ScenarioTime, ScenarioTimes } from './scenario-times.js';

type Measured = Pick<ScenarioResult, 'id' | 'exchangeIds' | 'waits' | 'durationMs'>;

/** What each scenario took in a run on the embedded emulator; of several attempts, the longest. */
export function measuredTimes(results: readonly Measured[]): Readonly<Record<string, ScenarioTime>> {
  const times: Record<string, ScenarioTime> = {};
  for (const { id, exchangeIds, waits, durationMs } of results) {
    // The first read of a wait is no repetition.
    const polls = waits.reduce((sum, { timeline }) => sum + Math.max(0, timeline.length - 1), 0);
    const time = { calls: exchangeIds.length, polls, seconds: Math.round(durationMs / 10) / 100 };
    if (time.seconds >= (times[id]?.seconds ?? 0)) times[id] = time;
  }
  return times;
}

const head = `# What plans are divided by (run --shard, run --parallel): how long each scenario is expected to take, and which rows
# stay together or run alone. "npm run scenario-times -- RUN" writes \`scenarios\` again from a run on the emulator; the
# rest is written by hand, and kept. A scenario without an entry counts as \`unknown\`.
`;

/** `scenario-times.yaml` as text, with other times; scenarios in the order of their ids. */
export function renderScenarioTimes(
  { elsewhere, together, alone, unknown }: Omit<ScenarioTimes, 'scenarios' | 'version'>,
  scenarios: Readonly<Record<string, ScenarioTime>>,
): string {
  const flow = ({ calls, polls, seconds }: ScenarioTime) => `{ calls: ${calls}, polls: ${polls}, seconds: ${seconds} }`;
  const groups = (list: ScenarioTimes['together']): string =>
    list.length === 0
      ? ' []'
      : list.map(({ why, rows }) => `\n  - why: ${JSON.stringify(why)}\n    rows: [${rows.join(', ')}]`).join('');
  const lines = Object.entries(scenarios)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, time]) => `  ${id}: ${flow(time)}`);
  return `${head}version: 1
elsewhere: { call: ${elsewhere.call}, poll: ${elsewhere.poll} }
together:${groups(together)}
alone:${groups(alone)}
unknown: ${flow(unknown)}
scenarios:
${lines.join('\n')}
`;
}
