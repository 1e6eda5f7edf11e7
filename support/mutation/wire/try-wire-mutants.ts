import type { Contract } from '../../contract/contract.js';
import type { Judge } from '../../contract/judge.js';
import type { Exchange } from '../../trace/exchange.js';
import { answerShape } from './answer-shape.js';
import type { ControlRun } from './control-run.js';
import { tryMutant } from './try-mutant.js';
import { wireKind } from './wire-kinds.js';
import type { WireTrial } from './wire-mutant.js';
import { mutantsOfRun } from './wire-mutants.js';
import { checkWitness, judgeWitness, type Witness } from './witness.js';

/** What the trials are made with. The judge is the one under test. */
export interface WireTrialParts {
  readonly contract: Contract;
  readonly judge: Judge;
  readonly control: ControlRun;
}

/**
 * Tries every wire mutant of a control run, one after the other, each distinct answer once: same operation, status and
 * shape give the same mutants.
 */
export function* tryWireMutants({ contract, judge, control }: WireTrialParts): Generator<WireTrial> {
  const exchanges = new Map(control.exchanges.map((exchange) => [exchange.id, exchange]));
  const witnesses: Readonly<Record<'judge' | 'checks', Witness>> = {
    judge: remembering(judgeWitness(judge)),
    checks: checkWitness(control.checks, exchanges),
  };
  for (const mutant of mutantsOfRun(contract, distinctAnswers(control.exchanges))) {
    const exchange = exchanges.get(mutant.exchangeId);
    if (exchange === undefined) throw new Error(`the control run has no exchange ${mutant.exchangeId}`);
    yield tryMutant(mutant, exchange, witnesses[wireKind(mutant.kind).noticedBy]);
  }
}

/** Mutants of one exchange come one after the other, and each asks for the word on the exchange as it was. */
function remembering(witness: Witness): Witness {
  const words = new WeakMap<Exchange, ReturnType<Witness>>();
  return (exchange) => {
    const word = words.get(exchange) ?? witness(exchange);
    words.set(exchange, word);
    return word;
  };
}

/** The first exchange of every operation, status and shape of answer. */
export function* distinctAnswers(exchanges: Iterable<Exchange>): Generator<Exchange> {
  const seen = new Set<string>();
  for (const exchange of exchanges) {
    const shape = answerShape(exchange);
    if (shape === null || seen.has(shape)) continue;
    seen.add(shape);
    yield exchange;
  }
}
