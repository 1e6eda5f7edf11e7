import { contractOf } from '../../../contract/contract-of.js';
import { exchangeOf } from '../../../contract/fixtures/small-exchange.js';
import { loadLifecycles } from '../../../lifecycle/load-lifecycles.js';
import type { Exchange, Json } from '../../../trace/exchange.js';
import type { ObservedTransition } from '../../../trace/recorder.js';
import type { InvariantOutcome } from '../../../verdict/invariant.js';
import type { ScenarioResult } from '../../../verdict/scenario-result.js';
import { aResult } from '../../../verdict/testing/samples.js';
import { observeRun } from '../observe/observe-run.js';
import type { ObservedBehaviour, ObservedRequirement, ObservedRun } from '../observed-behaviour.js';

/** What a test says about a call; everything else is an ordinary, accepted read of a card. */
export interface SmallCall {
  readonly scenario?: string | null;
  readonly operation?: 'getCard' | 'listCards' | 'setCardStatus';
  readonly status?: number;
  readonly answer?: Json;
  readonly headers?: Readonly<Record<string, string>>;
  readonly change?: Partial<Exchange>;
}

/** A small run for an observation. */
export interface SmallRun {
  readonly run?: Partial<ObservedRun>;
  readonly calls: readonly SmallCall[];
  readonly results?: readonly Partial<ScenarioResult>[];
  readonly requirements?: readonly ObservedRequirement[];
  readonly transitions?: readonly ObservedTransition[];
  readonly invariants?: readonly InvariantOutcome[];
}

const operations = {
  getCard: { method: 'GET', path: '/cards/7' },
  listCards: { method: 'GET', path: '/cards' },
  setCardStatus: { method: 'PUT', path: '/cards/7/status' },
} as const;

const contract = contractOf({
  openapi: '3.1.0',
  info: { title: 'Cards', version: '2.0' },
  paths: {
    '/cards': { get: { operationId: 'listCards', responses: {} } },
    '/cards/{cardId}': { get: { operationId: 'getCard', responses: {} } },
    '/cards/{cardId}/status': { put: { operationId: 'setCardStatus', responses: {} } },
  },
  components: {
    schemas: { Card: { properties: { status: { enum: [1, 2, 3] }, kind: { enum: ['virtual', 'physical'] } } } },
  },
});

/** Digests of a run, all of them the same letter. */
export const digest = (letter: string) => letter.repeat(64);

/** Observes made-up calls. Every scenario that a call names has a passed result, unless the test gives its results. */
export async function observed({
  run = {},
  calls,
  results,
  requirements = [],
  transitions = [],
  invariants = [],
}: SmallRun): Promise<ObservedBehaviour> {
  const names = [...new Set(calls.flatMap(({ scenario = 'a' }) => (scenario === null ? [] : [scenario])))];
  const ended = results ?? names.map((id) => ({ id }));
  return observeRun({
    run: {
      ...{
        runId: 'run-old',
        startedAt: '2026-11-21T08:00:00.000Z',
        decision: 'practice-pass',
        partial: false,
        seed: 1,
      },
      target: { environment: 'emulator', class: 'emulator', host: '127.0.0.1' },
      contract: { sha256: digest('a'), version: '2.0' },
      build: { version: '0.1.0', commit: null, codeSha256: digest('b'), lockSha256: digest('c'), node: 'v20.20.2' },
      ...{ profileSha256: digest('d'), interrupted: false, openSteps: [], ...run },
    },
    contract,
    lifecycles: await loadLifecycles(),
    results: ended.map((result) => aResult({ checks: [], findings: [], requirements: ['TM-27'], ...result })),
    invariants,
    ...{ carriedFrom: new Map(), requirements, catalogue: ended.flatMap(({ id }) => (id === undefined ? [] : [id])) },
    transitions: () => streamOf(transitions),
    redactions: () => streamOf([]),
    exchanges: () => streamOf(calls.map(madeExchange)),
  });
}

function madeExchange(call: SmallCall, place: number): Exchange {
  const {
    operation = 'getCard',
    scenario = 'a',
    status = 200,
    answer = { status: 1 },
    headers = {},
    change = {},
  } = call;
  const made = exchangeOf({ operationId: operation, ...operations[operation], status, answer, headers });
  return { ...made, id: `x-${String(place + 1).padStart(6, '0')}`, scenario, ...change };
}

// eslint-disable-next-line @typescript-eslint/require-await -- readers take streams
async function* streamOf<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}
