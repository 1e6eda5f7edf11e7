import type { HolderId } from '../holder.js';
import type { Opening, DepositFact, NoticeFact, SpendFact, TransferFact, Registration } from './money-facts.js';

/** Facts while they are gathered. */
export interface GatheredFacts {
  readonly openings: Map<HolderId, Opening>;
  readonly deposits: DepositFact[];
  readonly notices: NoticeFact[];
  readonly spends: SpendFact[];
  readonly transfers: TransferFact[];
  readonly registrations: Registration[];
}
