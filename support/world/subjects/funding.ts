import type { ScenarioScope } from '../scenario-scope.js';
import type { Cards } from './cards.js';
import type { Deposits } from './deposits.js';
import type { Wallets } from './wallets.js';

/** Brings money onto a card before something is done with it. */
export class Funding {
  constructor(
    private readonly scope: ScenarioScope,
    private readonly cards: Cards,
    private readonly wallets: Wallets,
    private readonly deposits: Deposits,
  ) {}

  /**
   * Funds the card with minor units: from the profile's funded wallet, or by a simulated stablecoin deposit where the
   * Program has no such wallet (U-09: how staging money comes about is not documented).
   */
  async fundCard(amount: number): Promise<void> {
    const { fundedWalletId, capabilities } = this.scope.run.target.profile;
    if (capabilities.wallets && fundedWalletId !== null) {
      await this.wallets.transferWatched({ type: 'card', id: this.cards.id }, amount);
      return;
    }
    await this.deposits.watchCard();
    await this.deposits.sendCrypto('ethereum', 'USDC', amount);
    await this.deposits.watch.awaitRise(amount);
  }
}
