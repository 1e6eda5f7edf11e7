import type { Profile } from '../../config/profile.js';
import type { CallInput } from '../../client/client.js';
import { builtInProfile } from '../../config/built-in-profile.js';
import type { PlannedScenario } from '../../runner/planned-scenario.js';
import type { RunContext } from '../../runner/run-context.js';
import type { Json } from '../../trace/exchange.js';
import { exchangeFixture } from '../../verdict/checks/exchange-fixture.js';
import { newRun } from './new-run.js';
import { ScenarioScope } from '../scenario-scope.js';

/** One scripted answer: a status code, or a JSON body of a 200. */
export type Answer = number | Json;

/** What a scripted target differs in. */
export interface ScriptedSetting {
  readonly profile?: Partial<Profile>;
  readonly paths?: Readonly<Record<string, string>>;
}

/**
 * For unit tests: a scenario whose calls are answered from a script, by operation; the last answer of an operation is
 * given again and again. Time leaps: a sleep ends at once and moves the clock on. `profile` differs from the built-in one in
 * what is given; `paths` are templates of operations, for checks that read a path.
 */
export function scriptedScope(
  script: Readonly<Record<string, readonly Answer[]>>,
  { profile = {}, paths = {} }: ScriptedSetting = {},
) {
  let now = 0;
  const calls: string[] = [];
  const context = {
    ...{ runId: 'run-20260101T000000Z-000000', seed: 1, signal: new AbortController().signal },
    ...newRun(),
    target: { environment: 'staging', profile: { ...builtInProfile(), ...profile } },
    contract: { operations: new Map(Object.keys(script).map((id) => [id, { simulation: false }])) },
    progress: { waiting: () => undefined },
    budget: { draw: () => undefined, settle: () => undefined },
    clock: {
      now: () => now,
      sleep: (ms: number) => {
        now += ms;
        return Promise.resolve();
      },
    },
    client: {
      call: (operationId: string, input: Pick<CallInput, 'path' | 'query' | 'body'>) => {
        const earlier = calls.filter((call) => call === operationId).length;
        calls.push(operationId);
        const answers = script[operationId] ?? [];
        const answer = answers[Math.min(earlier, answers.length - 1)];
        if (answer === undefined) throw new Error(`the script has no answer to ${operationId}`);
        const said = typeof answer === 'number' ? { status: answer } : { body: answer };
        const template = paths[operationId];
        const path = template?.replace(/\{(\w+)\}/g, (_text, name: string) => String(input.path?.[name]));
        const query = Object.entries(input.query ?? {}).map(([name, value]) => [name, String(value)]);
        return Promise.resolve(
          exchangeFixture({
            operationId,
            ...(path === undefined ? {} : { path }),
            ...{ query: Object.fromEntries(query) as Readonly<Record<string, string>> },
            ...(input.body === undefined ? {} : { request: input.body }),
            ...said,
          }),
        );
      },
    },
  };
  const scenario = { id: 'scripted:scenario', steps: [], requirements: [] };
  return { scope: new ScenarioScope(context as unknown as RunContext, scenario as unknown as PlannedScenario), calls };
}
