import type { Exchange } from '../../trace/exchange.js';
import { inWords } from '../../verdict/checks/answer.js';
import { balancesOf, type Balances } from '../../verdict/checks/evaluators/balances.js';
import type { ScenarioScope } from '../scenario-scope.js';

/** Watches the two balances of one card or wallet: the read before, and every read until they have settled. */
export class BalanceWatch {
  /** Every read, in order, the first before anything moved. */
  readonly reads: Exchange[] = [];

  constructor(
    private readonly scope: ScenarioScope,
    private readonly read: () => Promise<Exchange>,
    private readonly what: string,
  ) {}

  /** Reads once. */
  async note(): Promise<Exchange> {
    const exchange = await this.read();
    this.reads.push(exchange);
    return exchange;
  }

  /** Polls until both balances have risen by at least the amount (minor units), or the deadline has passed. */
  async awaitRise(amount: number): Promise<void> {
    const start = this.reads.map(balancesOf).find((balances) => balances !== undefined);
    await this.await(`${this.what} to be credited`, ({ ledger, available }) => {
      const floor = (start?.available ?? 0) + amount;
      return available >= floor && ledger === available;
    });
  }

  /** Polls until the available balance has moved to where the ledger is. */
  async awaitConvergence(): Promise<void> {
    const start = this.reads.map(balancesOf).find((balances) => balances !== undefined);
    await this.await(
      `the balances of ${this.what} to meet`,
      ({ ledger, available }) => available === ledger && available > (start?.available ?? 0),
    );
  }

  /** Reads on for some reads more, so that something that happens twice would show. */
  async readOn(reads: number): Promise<void> {
    const enough = this.reads.length + reads;
    await this.await(`${String(reads)} more reads of ${this.what}`, () => this.reads.length >= enough);
  }

  private async await(what: string, until: (balances: Balances) => boolean): Promise<void> {
    await this.scope.wait({
      for: what,
      deadlineSeconds: this.scope.run.target.profile.timing.depositSeconds,
      read: async () => this.note(),
      state: (exchange) => {
        const balances = balancesOf(exchange);
        if (balances === undefined) return inWords(exchange);
        return `ledger ${String(balances.ledger)}, available ${String(balances.available)}`;
      },
      until: (exchange) => {
        const balances = balancesOf(exchange);
        return balances !== undefined && until(balances);
      },
    });
  }
}
