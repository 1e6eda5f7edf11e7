import type { Exchange } from '../../trace/exchange.js';
import type { BehaviourDiff } from '../behaviour/behaviour-diff.js';
import type { ImpactedDiff } from '../impact/impacted-diff.js';
import type { Dossier } from './dossier.js';

/** A run beside the pack that `--baseline` named. */
export interface RunComparison {
  readonly contract: ImpactedDiff;
  readonly behaviour: BehaviourDiff;
  readonly dossier: Dossier;
  /** The baseline's own exchanges that the dossier names, masked, by id. */
  readonly quotes: ReadonlyMap<string, Exchange>;
}
