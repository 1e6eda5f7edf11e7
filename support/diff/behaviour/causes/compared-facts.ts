import type { ContractChange } from '../../contract/contract-change.js';
import type { BehaviourChange } from '../behaviour-change.js';
import type { ObservedBehaviour } from '../observed-behaviour.js';
import type { SideIndex } from './side-index.js';

/** What is known of two runs when a changed verdict is to be explained. */
export interface ComparedFacts {
  readonly old: ObservedBehaviour;
  readonly new: ObservedBehaviour;
  /** What the target did differently, noise left out, by scenario. */
  readonly changesIn: ReadonlyMap<string, readonly BehaviourChange[]>;
  /** What differs between the contracts; null when nobody compared them. */
  readonly contract: readonly Pick<ContractChange, 'fingerprint' | 'class' | 'uses' | 'words'>[] | null;
  /** Scenarios that runs of the old version end differently as well. */
  readonly varying: ReadonlySet<string>;
  readonly sides: { readonly old: SideIndex; readonly new: SideIndex };
}
