import { widestSpread } from '../../contract/money/conversion-spread.js';
import type { Exchange } from '../../trace/exchange.js';
import { inWords } from '../../verdict/checks/answer.js';
import { balancesOf, type Balances } from '../../verdict/checks/evaluators/balances-of.js';
import { ReadSeries } from '../read-series.js';
import type { ScenarioScope } from '../scenario-scope.js';

/** Watches the two balances of one card or wallet: the read before, and every read until they have settled. */
export class BalanceWatch {
  private readonly series = new ReadSeries();

  constructor(
    private readonly scope: ScenarioScope,
    private readonly read: () => Promise<Exchange>,
    private readonly what: string,
  ) {}

  /** The reads, in order, the first before anything moved; after hours of waiting those that show a change. */
  get reads(): readonly Exchange[] {
    return this.series.telling;
  }

  /** Reads once. */
  async note(): Promise<Exchange> {
    const exchange = await this.read();
    this.series.add(exchange, stateOf(exchange));
    return exchange;
  }

  /**
   * Polls until both balances have risen by the amount (minor units), or by as much of it as a conversion may leave, or the
   * deadline has passed.
   */
  async awaitRise(amount: number): Promise<void> {
    const start = this.reads.map(balancesOf).find((balances) => balances !== undefined);
    const least = amount - Math.floor((amount * widestSpread) / 10_000);
    await this.await(`${this.what} to be credited`, ({ ledger, available }) => {
      const floor = (start?.available ?? 0) + least;
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
    const enough = this.series.length + reads;
    await this.await(`${String(reads)} more reads of ${this.what}`, () => this.series.length >= enough);
  }

  private async await(what: string, until: (balances: Balances) => boolean): Promise<void> {
    await this.scope.wait({
      for: what,
      deadlineSeconds: this.scope.run.target.profile.timing.depositSeconds,
      read: async () => this.note(),
      state: stateOf,
      until: (exchange) => {
        const balances = balancesOf(exchange);
        return balances !== undefined && until(balances);
      },
    });
  }
}

/** The two balances of a read in words, or how it was answered where it shows none. */
function stateOf(exchange: Exchange): string {
  const balances = balancesOf(exchange);
  if (balances === undefined) return inWords(exchange);
  return `ledger ${String(balances.ledger)}, available ${String(balances.available)}`;
}
