import type { Exchange } from '../../trace/exchange.js';

/** "The card" of a scenario, for what is done with a card once it is issued. */
export interface CardInUse {
  readonly id: number;
  /** The answer that issued it. */
  readonly issued: Exchange;
}
