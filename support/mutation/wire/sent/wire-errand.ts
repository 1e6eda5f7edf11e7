import type { Contract } from '../../../contract/contract.js';
import type { Exchange } from '../../../trace/exchange.js';
import type { ReadyMutant } from '../wire-mutant.js';
import { wireMutants } from '../wire-mutants.js';

/** A mutant to be sent over the wire, as plain data that passes between processes. */
export interface WireErrand {
  /** Id of the mutant. */
  readonly mutant: string;
  /** Scenario whose run meets the answer. */
  readonly scenario: string;
  /** The recorded exchange that the mutant was made of, stand-ins in the place of masked values. */
  readonly exchange: Exchange;
}

/** The mutant of an errand, made again from its exchange. Throws when the contract gives none of that name. */
export function mutantOfErrand(contract: Contract, { mutant, exchange }: WireErrand): ReadyMutant {
  for (const made of wireMutants(contract, exchange)) if (made.id === mutant) return made;
  throw new Error(`the contract gives no mutant ${mutant} of ${exchange.id}`);
}
