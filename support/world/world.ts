import { setWorldConstructor } from '@cucumber/cucumber';
import { CleanUp } from '../runner/clean-up.js';
import type { Exchange, Json } from '../trace/exchange.js';
import type { CheckId } from '../verdict/checks/all-checks.js';
import type { ScenarioScope } from './scenario-scope.js';
import { Cardholders } from './subjects/cardholders.js';
import { Cards } from './subjects/cards.js';
import { Designs } from './subjects/designs.js';
import { Deposits } from './subjects/deposits.js';
import { EnvironmentGuard } from './subjects/environment-guard.js';
import { Funding } from './subjects/funding.js';
import { HarnessUnderTest } from './subjects/harness-under-test.js';
import { Lists } from './subjects/lists.js';
import { OrganicReviews } from './subjects/organic-reviews.js';
import { OtpListeners } from './subjects/otp-listeners.js';
import { OwnConduct } from './subjects/own-conduct.js';
import { Platform } from './subjects/platform.js';
import { ProductionEmulator } from './subjects/production-emulator.js';
import { Remembered } from './subjects/remembered.js';
import { ReplayedTransfers } from './subjects/replayed-transfers.js';
import { Replays } from './subjects/replays.js';
import { Transactions } from './subjects/transactions.js';
import type { Destination } from './subjects/wallet-balances.js';
import { Wallets } from './subjects/wallets.js';

/** What the steps of one scenario share: the subjects they speak of and the answers they look at. */
class CertificationWorld {
  readonly cardholders: Cardholders;
  readonly organic: OrganicReviews;
  readonly cards: Cards;
  readonly designs: Designs;
  readonly deposits: Deposits;
  readonly wallets: Wallets;
  readonly funding: Funding;
  readonly listeners: OtpListeners;
  readonly transactions: Transactions;
  readonly lists: Lists;
  readonly platform: Platform;
  readonly guard: EnvironmentGuard;
  readonly production: ProductionEmulator;
  readonly underTest: HarnessUnderTest;
  readonly conduct: OwnConduct;
  readonly replays: Replays;
  readonly replayedTransfers: ReplayedTransfers;
  /** The answers the last When produced, in order; Then steps judge them. */
  answers: readonly Exchange[] = [];
  /** Reads of a record before something happened to it. */
  readonly before = new Remembered<Exchange>('a read made before');

  constructor(readonly scope: ScenarioScope) {
    this.cardholders = new Cardholders(scope);
    this.cards = new Cards(scope, this.cardholders);
    this.designs = new Designs(scope);
    this.deposits = new Deposits(scope, this.cardholders, this.cards);
    this.wallets = new Wallets(scope);
    this.funding = new Funding(scope, this.cards, this.wallets, this.deposits);
    this.listeners = new OtpListeners(scope, this.cardholders, this.cards);
    this.transactions = new Transactions(scope, this.cards);
    this.lists = new Lists(scope, this.cardholders, this.cards);
    this.platform = new Platform(scope);
    this.organic = new OrganicReviews(scope, this.cardholders, this.platform);
    this.guard = new EnvironmentGuard(scope);
    this.conduct = new OwnConduct(scope);
    this.underTest = new HarnessUnderTest(scope);
    this.production = new ProductionEmulator(scope);
    this.replays = new Replays(scope);
    this.replayedTransfers = new ReplayedTransfers(scope, this.replays);
  }

  /** The card as the place money goes to. */
  get cardDestination(): Destination {
    return { type: 'card', id: this.cards.id };
  }

  /** The new wallet as the place money goes to. */
  get walletDestination(): Destination {
    return { type: 'wallet', id: this.wallets.id };
  }

  /** Judges the answers of the last When. */
  prove(check: CheckId, values: Readonly<Record<string, Json>> = {}): void {
    this.scope.prove(check, this.answers, values);
  }

  /** Ends what the scenario started, in reverse order. */
  async end(): Promise<void> {
    const cleanUp = new CleanUp();
    for (const subject of [this.listeners, this.replays, this.production, this.underTest])
      cleanUp.add(() => subject.close());
    await cleanUp.run();
  }
}

/**
 * Cucumber makes its world before it says which scenario it is for, so the world proper is begun by the first hook and
 * steps reach it here.
 */
export class WorldSlot {
  private begun: CertificationWorld | null = null;

  /** The world of the scenario. Its Before hook has begun it. */
  get world(): CertificationWorld {
    if (this.begun === null) throw new Error('the scenario has not begun: its Before hook failed or did not run');
    return this.begun;
  }

  /** Begins the world of a scenario. */
  begin(scope: ScenarioScope): CertificationWorld {
    this.begun = new CertificationWorld(scope);
    return this.begun;
  }

  /** True once a scenario has begun. */
  get hasBegun(): boolean {
    return this.begun !== null;
  }
}

setWorldConstructor(WorldSlot);
