import { notApplicable } from '../stop-scenario.js';
import type { ScenarioScope } from '../scenario-scope.js';
import type { Cards } from './cards.js';
import type { Deposits } from './deposits.js';
import type { Wallets } from './wallets.js';

/** One way to bring money onto the card; `open` where the profile allows it. */
interface Way {
  readonly open: boolean;
  readonly fund: (amount: number) => Promise<void>;
}

/** Brings money onto a card before something is done with it. */
export class Funding {
  constructor(
    private readonly scope: ScenarioScope,
    private readonly cards: Cards,
    private readonly wallets: Wallets,
    private readonly deposits: Deposits,
  ) {}

  /**
   * Funds the card with minor units, by the first way the profile allows: from its funded wallet, else by a simulated
   * stablecoin deposit or bank transfer (U-09: how staging money comes about is not documented).
   */
  async fundCard(amount: number): Promise<void> {
    const way = this.ways.find(({ open }) => open);
    if (way === undefined) {
      throw notApplicable('the program profile names no way to bring money onto a card (fundedWalletId, a rail)');
    }
    await way.fund(amount);
  }

  private get ways(): readonly Way[] {
    const { fundedWalletId, capabilities } = this.scope.run.target.profile;
    return [
      {
        open: capabilities.wallets && fundedWalletId !== null,
        fund: async (amount) => this.wallets.transferWatched({ type: 'card', id: this.cards.id }, amount),
      },
      {
        open: capabilities.cryptoRail,
        fund: async (amount) => {
          await this.deposits.watchCard();
          await this.deposits.sendCrypto('ethereum', 'USDC', amount);
          await this.deposits.watch.awaitRise(amount);
        },
      },
      {
        open: capabilities.bankRail,
        fund: async (amount) => {
          await this.deposits.accounts.registerAndConfirm();
          await this.deposits.watchCard();
          await this.deposits.sendBank(amount);
          await this.deposits.watch.awaitRise(amount);
        },
      },
    ];
  }
}
