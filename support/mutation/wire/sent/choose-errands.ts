import type { Contract } from '../../../contract/contract.js';
import { createRandom } from '../../../emulator/seed/random.js';
import type { Exchange } from '../../../trace/exchange.js';
import type { ControlRun } from '../control-run.js';
import { distinctAnswers } from '../try-wire-mutants.js';
import type { WireMutant } from '../wire-mutant.js';
import { mutantsOfRun } from '../wire-mutants.js';
import type { WireErrand } from './wire-errand.js';

/** How a sample is drawn. */
export interface SampleSize {
  readonly count: number;
  /** Same seed and same control run, same sample. */
  readonly seed: number;
}

/**
 * Draws the mutants that are sent over the wire: of every kind one, and another round until there are enough. Only answers to
 * the Program's own calls of a scenario's steps are taken, since a run of that scenario gets them again.
 */
export function chooseErrands(contract: Contract, control: ControlRun, { count, seed }: SampleSize): WireErrand[] {
  const random = createRandom(seed);
  const queues = [...errandsByKind(contract, control).values()];
  const chosen: WireErrand[] = [];
  while (chosen.length < count && queues.some((queue) => queue.length > 0)) {
    for (const queue of queues) {
      if (queue.length === 0 || chosen.length === count) continue;
      chosen.push(...queue.splice(random.integer(0, queue.length - 1), 1));
    }
  }
  return chosen;
}

function errandsByKind(contract: Contract, control: ControlRun): ReadonlyMap<string, WireErrand[]> {
  const met = new Map(
    control.exchanges.flatMap((exchange) => (isMet(exchange) ? [[exchange.id, exchange] as const] : [])),
  );
  const byKind = new Map<string, WireErrand[]>();
  for (const mutant of mutantsOfRun(contract, distinctAnswers(met.values()))) {
    const { id, kind, exchangeId } = mutant;
    const exchange = met.get(exchangeId);
    if (exchange === undefined) throw new Error(`the mutant ${id} is of no exchange that was given`);
    if (!comesAgain(mutant, exchange)) continue;
    const queue = byKind.get(kind) ?? [];
    queue.push({ mutant: id, scenario: exchange.scenario, exchange });
    byKind.set(kind, queue);
  }
  return byKind;
}

function isMet(exchange: Exchange): exchange is Exchange & { readonly scenario: string } {
  return exchange.scenario !== null && exchange.identity === 'program' && exchange.cleanUp !== true;
}

/** Kinds that no schema forbids and that still say something else than the sound answer, which a step may rightly reject. */
const otherMeaning: ReadonlySet<string> = new Set(['at-minimum', 'at-maximum']);

/** What a list of the whole Program holds depends on the scenarios that ran before, so that its items may not be there. */
function comesAgain({ kind, pointer }: WireMutant, { request }: Exchange): boolean {
  if (otherMeaning.has(kind)) return false;
  const isOfOneObject =
    /\/\d+(\/|$)/.test(request.path) || 'cardId' in request.query || 'cardholderId' in request.query;
  return isOfOneObject || !pointer.startsWith('/body/items/');
}
