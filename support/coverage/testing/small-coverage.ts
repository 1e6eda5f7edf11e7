import { smallDocument, smallJudge } from '../../contract/fixtures/small-contract.js';
import { exchangeOf, type SmallExchange } from '../../contract/fixtures/small-exchange.js';
import { loadLifecycles } from '../../lifecycle/load-lifecycles.js';
import type { Exchange } from '../../trace/exchange.js';
import type { Check, CheckRecord } from '../../verdict/check.js';
import { aCheck, aResult } from '../../verdict/testing/samples.js';
import type { Coverage } from '../coverage.js';
import { coverageOf } from '../coverage-of.js';
import type { Exclusion } from '../exclusions/exclusion.js';
import type { MeasuredExchange } from '../measure/measure-targets.js';

const lifecycles = await loadLifecycles();
const judge = smallJudge();

/** What a test measures: the small contract's traffic of one scenario, and one check that was met on all of it. */
export interface SmallRun {
  readonly calls: readonly SmallExchange[];
  /** Evaluated on all calls; a test decides what it looks at. */
  readonly check?: Check['evaluate'];
  readonly checks?: readonly CheckRecord[];
  readonly exclusions?: readonly Exclusion[];
  readonly day?: string | null;
}

/** Measures the coverage of a small run. Every exchange is judged by the small contract first. */
export async function smallCoverage({
  calls,
  check,
  checks,
  exclusions = [],
  day = '2026-11-21',
}: SmallRun): Promise<Coverage> {
  const exchanges = calls.map((call, place) => judged(exchangeOf(call), place));
  const exchangeIds = exchanges.map(({ id }) => id);
  const records = checks ?? (check === undefined ? [] : [aCheck({ id: 'looks', check: 'looks', exchangeIds })]);
  const result = aResult({ id: 'small', requirements: ['TM-29'], checks: records, exchangeIds });
  return coverageOf({
    ...{ runId: 'run-1', partial: false, document: smallDocument(), lifecycles, exclusions, day },
    results: [result],
    checks: new Map(check === undefined ? [] : [['looks', looking(check)]]),
    exchanges: measured(exchanges),
  });
}

/** How far a target came. Throws for a target the contract does not have, so that no test looks at nothing. */
export function levelOf({ targets }: Coverage, id: string): string {
  const found = targets.find((target) => target.id === id);
  if (found === undefined) throw new Error(`there is no target ${id}`);
  return found.level;
}

function judged(exchange: Exchange, place: number): Exchange {
  const numbered = { ...exchange, id: `x-${String(place + 1).padStart(6, '0')}`, scenario: 'small' };
  return { ...numbered, judgement: judge(numbered) };
}

function looking(evaluate: Check['evaluate']): Check {
  return { id: 'looks', title: 'It looks', provenance: 'documented', source: 'docs/card', questions: [], evaluate };
}

async function* measured(exchanges: readonly Exchange[]): AsyncGenerator<MeasuredExchange> {
  for (const exchange of exchanges) yield await Promise.resolve({ exchange, run: '', standIn: exchange });
}
