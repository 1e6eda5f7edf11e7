import type { Exchange } from '../../trace/exchange.js';
import { behindTheLast, endsInRepeat, readPages } from '../read-pages.js';
import type { ScenarioScope } from '../scenario-scope.js';
import { listWithoutEnd } from '../stop-scenario.js';
import { slack, windowsAround, type Window } from './windows.js';

/** A part of a list. */
interface Page {
  readonly limit: number;
  readonly offset: number;
}

/** Items of a list at most. Source: docs/pagination-filtering-and-rate-limits. */
const pageSize = 200;

/** The movements of wallets, as a scenario lists them. */
export class WalletMovements {
  constructor(private readonly scope: ScenarioScope) {}

  /** Lists the movements of a wallet. */
  async list(walletId: number, query: Partial<Window & Page> = {}): Promise<Exchange> {
    return this.scope.call('listWalletTransactions', { query: { walletId, limit: pageSize, ...query } });
  }

  /**
   * Lists the movements of a wallet page by page, to a page that shows enough or to the end. Where the target does not go on behind
   * a page, what stands there is not known: the scenario becomes inconclusive.
   */
  async listPages(
    walletId: number,
    window: Partial<Window>,
    enough: (page: Exchange) => boolean = () => false,
  ): Promise<readonly Exchange[]> {
    const pages = await readPages(pageSize, (page) => this.list(walletId, { ...window, ...page }), enough);
    if (endsInRepeat(pages) && !pages.some(enough)) throw listWithoutEnd('the same page for two offsets');
    return pages;
  }

  /** Lists one movement of a wallet, and from behind the last of them. */
  async listBehindTheLast(walletId: number): Promise<readonly Exchange[]> {
    return behindTheLast((page) => this.list(walletId, page));
  }

  /** Lists the movements around a card: of the wallet that funds cards, or, where there is none, to the card (C-14). */
  async listAround(cardId: number, window: Window): Promise<Exchange> {
    const { fundedWalletId } = this.scope.run.target.profile;
    if (fundedWalletId === null) return this.listToCard(cardId, window);
    this.scope.requireCapability('wallets');
    return this.list(fundedWalletId, window);
  }

  /**
   * Lists the movements of a wallet between two answers, from the second one on, and of the day before the first, by the target's own
   * clock; nothing where the answers tell no time.
   */
  async listAroundTime(walletId: number, from: Exchange, to: Exchange): Promise<readonly Exchange[]> {
    const [began, now] = [toldBy(from.response), toldBy(to.response)];
    if (Number.isNaN(began) || Number.isNaN(now)) return [];
    const lists: Exchange[] = [];
    for (const window of windowsAround(began - slack, now)) lists.push(await this.list(walletId, window));
    return lists;
  }

  /** Lists movements by card, whose effect is open (C-14); none where the Program has no wallets. */
  async ofCard(cardId: number): Promise<readonly Exchange[]> {
    return this.scope.run.target.profile.capabilities.wallets ? [await this.listToCard(cardId)] : [];
  }

  private async listToCard(cardId: number, window: Partial<Window> = {}): Promise<Exchange> {
    return this.scope.call('listWalletTransactions', { query: { cardId, limit: pageSize, ...window } });
  }
}

/**
 * What a list is asked for so that it begins shortly, or so many seconds, before an answer, by the target's own clock; all of it
 * where the answer tells no time.
 */
export function sinceAnswer(response: Exchange['response'], seconds = slack): Partial<Window> {
  const told = toldBy(response);
  return Number.isNaN(told) ? {} : { after: String(told - seconds) };
}

/** The target's own time of an answer, Unix seconds; NaN where it tells none. */
function toldBy(response: Exchange['response']): number {
  return Math.floor(Date.parse(response?.headers['date'] ?? '') / 1000);
}
