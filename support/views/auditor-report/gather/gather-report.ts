import { lifecycleIn } from '../../../lifecycle/load-lifecycles.js';
import type { Lifecycle } from '../../../lifecycle/lifecycle.js';
import type { Exchange } from '../../../trace/exchange.js';
import { planFiles } from '../../../evidence/plan-files.js';
import type { DerivedRun } from '../../derived-run.js';
import type { RecordedStreams } from '../../../evidence/recorded-streams.js';
import type { ViewSource } from '../../view.js';
import { CallChoice } from './call-choice.js';
import { CallFiles } from './call-files.js';
import { DepositCourses } from './deposit-courses.js';
import { ErrorCases } from './error-cases.js';
import type { Limits } from './limits.js';
import { namedCalls } from './named-calls.js';
import { OperationUses } from './operation-use.js';
import { planFactsOf } from '../../../evidence/plan-facts.js';
import type { Report, ReportRow } from './report.js';
import { carriedScenarios, type CarriedFrom } from './carried-scenarios.js';
import { shownScenarios } from './shown-scenarios.js';
import { StateChanges } from './state-changes.js';

/** Calls outside every scenario that are shown. */
const longestStrays = 100;

/** Gathers what the page shows in one pass over transitions and exchanges, keeping only the calls it shows. */
export async function gatherReport({ run, recorded }: ViewSource, limits: Limits): Promise<Report> {
  const scenarios = shownScenarios(run.results, limits);
  const shows = (scenario: string | null): boolean => (scenarios.get(scenario ?? '')?.anchor ?? null) !== null;
  const [changes, courses] = [new StateChanges(shows), new DepositCourses()];
  for await (const change of recorded.transitions()) {
    changes.see(change);
    courses.change(change);
  }
  const [operations, errors] = [new OperationUses(), new ErrorCases(run.results)];
  const choice = new CallChoice({
    ...{ scenarios, names: namedCalls(run.results, run.invariants), room: limits.calls },
    showsChange: (id) => changes.at(id).length > 0,
  });
  const strays: Exchange[] = [];
  const afterwards = new Map<string, Exchange[]>();
  let [total, replayed] = [0, 0];
  for await (const exchange of recorded.exchanges()) {
    total += 1;
    if (exchange.replayed === true) replayed += 1;
    for (const collector of [operations, errors, courses]) collector.see(exchange);
    const stray = !scenarios.has(exchange.scenario ?? '') && strays.length < longestStrays;
    if (stray) strays.push(exchange);
    else choice.see(exchange);
    if (exchange.cleanUp === true) {
      const key = exchange.scenario ?? '';
      afterwards.set(key, [...(afterwards.get(key) ?? []), exchange]);
    }
  }
  const plan = await planFactsOf(recorded);
  const carried = carriedScenarios(run.carried, plan.startedAt, recorded);
  if (carried.size > 0) for await (const exchange of callsOf(carried, run, recorded)) choice.see(exchange);
  const calls = new Map([...strays, ...choice.list()].map((exchange) => [exchange.id, exchange]));
  const shown = [...calls.values()].filter(({ scenario }) => !carried.has(scenario ?? '')).length;
  return {
    ...{ run, limits, carried, scenarios, calls, strays, afterwards, changes },
    ...{ plan, callFiles: new CallFiles(run.results, carried) },
    rows: rowsOf(run),
    totals: { calls: total, replayed, notShown: total - shown },
    operations: operations.list(),
    errors: errors.list(),
    deposits: courses.list(),
    lifecycles: await lifecyclesOf(recorded),
    features: await featuresOf(recorded, carried),
  };
}

/** In the order of the run's rows; a row without an entry in the catalogue cannot be. */
function rowsOf({ catalogue, requirements }: DerivedRun): ReportRow[] {
  const asked = new Map(catalogue.map((row) => [row.id, row]));
  return requirements.flatMap((result) => {
    const row = asked.get(result.id);
    return row === undefined ? [] : [{ asked: row, result, anchor: result.id }];
  });
}

async function lifecyclesOf(recorded: RecordedStreams): Promise<readonly Lifecycle[]> {
  const files = recorded.filesIn(planFiles.lifecycles);
  return Promise.all(files.map(async (file) => lifecycleIn(await recorded.text(file), file)));
}

/** The calls of carried scenarios, from the evidence of the runs that made them. */
async function* callsOf(
  carried: ReadonlyMap<string, CarriedFrom>,
  { results }: DerivedRun,
  recorded: RecordedStreams,
): AsyncGenerator<Exchange> {
  const own = new Set(results.filter(({ id }) => carried.has(id)).flatMap(({ exchangeIds }) => exchangeIds));
  for await (const exchange of recorded.carriedExchanges()) if (own.has(exchange.id)) yield exchange;
}

async function featuresOf(
  recorded: RecordedStreams,
  carried: ReadonlyMap<string, CarriedFrom>,
): Promise<ReadonlyMap<string, string>> {
  const folder = 'plan/features/';
  const own = recorded
    .filesIn(folder)
    .map(async (file) => [file.slice(folder.length), await recorded.text(file)] as const);
  // Another run may have had other lines: its results point into its own features.
  const folders = [
    ...new Set([...carried.values()].flatMap(({ folder: from }) => (from === null ? [] : `${from}${folder}`))),
  ];
  const earlier = folders
    .flatMap((from) => recorded.filesIn(from))
    .map(async (file) => [file, await recorded.text(file)] as const);
  return new Map(await Promise.all([...own, ...earlier]));
}
