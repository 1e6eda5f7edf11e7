import { transferStatus } from '../../verdict/checks/status-words.js';
import { ReplayedScope } from '../replay/replayed-scope.js';
import { replayedDestination, replayedSource, transferEnding, type TransferEnding } from '../replay/transfers.js';
import type { ScenarioScope } from '../scenario-scope.js';
import { Remembered } from './remembered.js';
import type { Replays } from './replays.js';
import type { Destination } from './wallet-balances.js';
import { Wallets } from './wallets.js';

const destination: Destination = { type: 'wallet', id: replayedDestination };

/** Transfers whose endings are replayed, driven by the same code that drives transfers on the target. */
export class ReplayedTransfers {
  private readonly wallets = new Remembered<Wallets>('a replayed transfer');

  constructor(
    private readonly scope: ScenarioScope,
    private readonly replays: Replays,
  ) {}

  /** Starts a platform on which a transfer of `amount` minor units ends so. */
  async start(ending: TransferEnding, amount: number): Promise<void> {
    this.scope.requireCapability('wallets');
    await this.replays.start(transferEnding(ending, amount));
  }

  /** Transfers there; both wallets are read before and after it has settled. */
  async transfer(amount: number): Promise<void> {
    const replayed = new ReplayedScope(this.scope, { ...this.replays.side, fundedWalletId: replayedSource });
    const wallets = this.wallets.keep(new Wallets(replayed));
    await wallets.transferWatched(destination, amount);
    this.scope.waits.push(...replayed.waits);
  }

  /** Proves that the ending was understood and the money reconciled. */
  prove(ending: TransferEnding): void {
    const wallets = this.wallets.get();
    const values = { ...wallets.sides(replayedSource, destination), status: transferStatus[ending] };
    this.scope.prove('transfer-ending-handled', wallets.evidence, values);
  }
}
