import type { CallInput, IdentityName } from '../../client/client.js';
import type { OperationId } from '../../client/typed-call.js';

/** A call a scenario is about to make. */
export interface ScenarioCall {
  readonly operationId: OperationId;
  readonly input: CallInput;
  readonly identity: IdentityName;
  readonly expectedInvalid: string | null;
}

/** A call with its place in the scenario. */
export interface PlacedCall extends ScenarioCall {
  readonly scenario: string;
  /** Counted from 1. */
  readonly ordinal: number;
}
