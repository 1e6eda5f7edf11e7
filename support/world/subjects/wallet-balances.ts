import type { Exchange } from '../../trace/exchange.js';
import { isAccepted, items } from '../../verdict/checks/answer.js';
import { balancesOf } from '../../verdict/checks/evaluators/balances-of.js';
import { riseOf } from '../../verdict/checks/evaluators/shown-balance.js';
import type { ScenarioScope } from '../scenario-scope.js';
import { Remembered } from './remembered.js';
import { sinceAnswer, type WalletMovements } from './wallet-movements.js';
import type { Window } from './windows.js';

/** Where money goes to. Values as documented for `destinationType`. Source: docs/guide-transfer-funds. */
export interface Destination {
  readonly type: 'wallet' | 'card';
  readonly id: number;
}

/** The path that a place of money is read from. */
export function pathOf({ type, id }: Destination): string {
  return type === 'wallet' ? `/wallets/${String(id)}` : `/cards/${String(id)}/balance`;
}

/** What a read shows of money to spend; anything else in it, such as the time of the read, may change by itself. */
export function shownBy(read: Exchange | undefined): string {
  return JSON.stringify(read === undefined ? null : (balancesOf(read)?.available ?? items(read) ?? null));
}

/** Reads what lies in wallets, and on cards that money goes to, and keeps every read. */
export class WalletBalances {
  /** Every read of a balance, in order: source and destination before and after. */
  readonly reads: Exchange[] = [];
  /** Movements of the funded wallet, read where its balance moved otherwise than by our own transfer. */
  private readonly others: Exchange[] = [];
  private readonly looked = new Remembered<Partial<Window>>('the time of the first look at a wallet');

  constructor(
    private readonly scope: ScenarioScope,
    private readonly movements: WalletMovements,
  ) {}

  /** Reads a wallet's balance and keeps the read: the wallet, or, where it shows none, its movements (E-16). */
  async note(walletId: number): Promise<Exchange> {
    const wallet = await this.scope.call('getWallet', { path: { walletId } });
    const silent = isAccepted(wallet) && balancesOf(wallet) === undefined;
    const exchange = silent ? await this.movementsSince(walletId, wallet) : wallet;
    this.reads.push(exchange);
    return exchange;
  }

  /** The movements since the scenario's first look at a wallet, by the target's own clock; older ones change nothing. */
  private async movementsSince(walletId: number, { response }: Exchange): Promise<Exchange> {
    const since = this.looked.peek() ?? this.looked.keep(sinceAnswer(response));
    return this.movements.list(walletId, since);
  }

  /** Reads a destination's balances and keeps the read. */
  async noteDestination({ type, id }: Destination): Promise<Exchange> {
    if (type === 'wallet') return this.note(id);
    const exchange = await this.scope.call('getCardBalance', { path: { cardId: id } });
    this.reads.push(exchange);
    return exchange;
  }

  /** Every read, and the movements of others where they were looked for. */
  get evidence(): readonly Exchange[] {
    return [...this.reads, ...this.others];
  }

  /** Whether each balance of a wallet moved by the opposite of the other side's, as far as both were read twice. */
  areEven(walletId: number, other: string | null): boolean {
    const own = pathOf({ type: 'wallet', id: walletId });
    return (['ledger', 'available'] as const).every((book) => {
      const [rise, opposite] = [riseOf(this.reads, own, book), other === null ? 0 : riseOf(this.reads, other, book)];
      return rise === undefined || opposite === undefined || rise + opposite === 0;
    });
  }

  /**
   * Lists the movements of a wallet where one of its balances did not move by the opposite of the other side's: others may
   * use the wallet, and what they sent before may settle meanwhile. `other` is the path of the other side, null where there is
   * none.
   */
  async lookForOthers(walletId: number, other: string | null): Promise<void> {
    // A wallet that shows no balance is read by its movements alone: they are there.
    if (this.reads.some(({ operationId }) => operationId === 'listWalletTransactions')) return;
    if (this.areEven(walletId, other)) return;
    const { depositSeconds } = this.scope.run.target.profile.timing;
    const since = sinceAnswer(this.reads[0]?.response ?? null, depositSeconds);
    this.others.push(...(await this.movements.listPages(walletId, since)));
  }
}
