import type { Client } from '../../client/client.js';
import { typedCall, type InputOf, type OperationId } from '../../client/typed-call.js';
import type { Clock } from '../../config/clock.js';
import type { Exchange } from '../../trace/exchange.js';
import { ScenarioScope } from '../scenario-scope.js';

/** What the subjects of a scenario speak through instead of the target. */
export interface ReplayedSide {
  readonly client: Client;
  readonly clock: Clock;
  /** The wallet of the script that holds money. */
  readonly fundedWalletId: number;
}

/**
 * A scenario's scope whose calls go to the replaying server, so that the same subjects that drive the target handle the
 * recorded answers. Nothing it creates exists anywhere: no budget is drawn and nothing is left behind.
 */
export class ReplayedScope extends ScenarioScope {
  constructor(scope: ScenarioScope, { client, clock, fundedWalletId }: ReplayedSide) {
    const { run, scenario } = scope;
    const profile = { ...run.target.profile, fundedWalletId };
    super({ ...run, client, clock, waits: clock, target: { ...run.target, profile } }, scenario);
  }

  /** Calls the replaying server. */
  override async call<Op extends OperationId>(operationId: Op, input: InputOf<Op>): Promise<Exchange> {
    const { client, signal } = this.run;
    return typedCall(client)(operationId, input, { scenario: this.scenario.id, signal });
  }
}
