import type { Exchange, Json } from '../../trace/exchange.js';
import {
  cardholderStatus,
  issuerCardStatus,
  type CardholderStatusWord,
  type CardStatusWord,
} from '../../verdict/checks/status-words.js';
import type { ScenarioScope } from '../scenario-scope.js';
import { preconditionNotMet } from '../stop-scenario.js';
import type { Cardholders } from './cardholders.js';
import type { Cards } from './cards.js';
import { cardholderOrders, cardOrders, type Pair } from './list-orders.js';
import { behindTheLast } from '../read-pages.js';
import { Remembered } from './remembered.js';
import { day, slack, windowsAround, type Window } from './windows.js';

/** Family names whose order is not the order of creation. */
const [laterName, earlierName] = ['Zimmer', 'Albers'];

/**
 * What a scenario does with the lists of cardholders and of cards. It makes two of each whose order by creation
 * is the opposite of their order by name and status, and looks at what was created since, so that a Program with many
 * records does not hide them.
 */
export class Lists {
  private readonly began = new Remembered<number>("the target's time before something was made");
  private readonly pair = new Remembered<Pair>('two records to compare');
  private readonly others = new Remembered<readonly Window[]>('a window of time');
  private readonly owners = new Remembered<Pair>('two cardholders to compare');

  constructor(
    private readonly scope: ScenarioScope,
    private readonly cardholders: Cardholders,
    private readonly cards: Cards,
  ) {}

  /** Makes a cardholder in Draft and, later, one Under Review whose name comes earlier. */
  async makeCardholders(): Promise<void> {
    this.began.keep(await this.now());
    await this.cardholders.bringTo('Draft', { lastName: laterName });
    const first = this.cardholders.id;
    await this.cardholders.bringTo('Under Review', { lastName: earlierName });
    this.pair.keep({ first, second: this.cardholders.id });
  }

  /** Makes a card that is On Hold and, later, an Active one whose cardholder's name comes earlier. */
  async makeCards(): Promise<void> {
    this.began.keep(await this.now());
    await this.cards.bringTo('virtual', 'On Hold', { lastName: laterName });
    const [first, firstOwner] = [this.cards.id, this.cardholders.id];
    await this.cards.bringTo('virtual', 'Active', { lastName: earlierName });
    this.pair.keep({ first, second: this.cards.id });
    this.owners.keep({ first: firstOwner, second: this.cardholders.id });
  }

  /** Lists cardholders by every documented order, both ways. Source: docs/pagination-filtering-and-rate-limits. */
  async cardholdersInEveryOrder(): Promise<readonly Exchange[]> {
    const orders = ['cardholderId', 'dateCreated', 'lastName', 'status'] as const;
    return this.oneByOne(
      orders.flatMap((orderBy) => directions.map((sort) => ({ orderBy, sort }))),
      async (query) => this.scope.call('listCardholders', { query: { ...query, ...this.since } }),
    );
  }

  /** Lists cards by every documented order, both ways. Source: docs/pagination-filtering-and-rate-limits. */
  async cardsInEveryOrder(): Promise<readonly Exchange[]> {
    const orders = ['cardId', 'createdDatetime', 'cardholderId', 'cardHolderLastName', 'issuerCardStatus'] as const;
    return this.oneByOne(
      orders.flatMap((orderBy) => directions.map((sort) => ({ orderBy, sort }))),
      async (query) => this.scope.call('listCards', { query: { ...query, ...this.since } }),
    );
  }

  /** What the two stand for in each of those orders, ascending. */
  orders(key: 'cardholderId' | 'cardId'): Readonly<Record<string, Json>> {
    const pair = this.pair.get();
    return { key, orders: key === 'cardId' ? cardOrders(pair, this.owners.get()) : cardholderOrders(pair) };
  }

  /** Lists one of the new cardholders, and from behind the last of them. */
  async behindTheLastCardholder(): Promise<readonly Exchange[]> {
    return behindTheLast((page) => this.scope.call('listCardholders', { query: { ...this.since, ...page } }));
  }

  /** Lists one of the new cards, and from behind the last of them. */
  async behindTheLastCard(): Promise<readonly Exchange[]> {
    return behindTheLast((page) => this.scope.call('listCards', { query: { ...this.since, ...page } }));
  }

  /** Lists cardholders by every status. */
  async cardholdersByStatus(): Promise<readonly Exchange[]> {
    return this.oneByOne(Object.values(cardholderStatus), async (status) =>
      this.scope.call('listCardholders', { query: { status, ...this.since } }),
    );
  }

  /** Lists cards by every status, and by each of the two cardholders. */
  async cardsByStatusAndCardholder(): Promise<readonly Exchange[]> {
    const { first, second } = this.owners.get();
    const byStatus = await this.oneByOne(Object.values(issuerCardStatus), async (status) =>
      this.scope.call('listCards', { query: { issuerCardStatus: status, ...this.since } }),
    );
    const byHolder = await this.oneByOne([first, second], async (cardholderId) =>
      this.scope.call('listCards', { query: { cardholderId } }),
    );
    return [...byStatus, ...byHolder];
  }

  /** In which of those lists the two cardholders belong. */
  knownCardholders(first: CardholderStatusWord, second: CardholderStatusWord): Readonly<Record<string, Json>> {
    const pair = this.pair.get();
    const known = [
      { member: 'status', value: cardholderStatus[first], id: pair.first },
      { member: 'status', value: cardholderStatus[second], id: pair.second },
    ];
    return { key: 'cardholderId', known };
  }

  /** In which of those lists the two cards belong. */
  knownCards(first: CardStatusWord, second: CardStatusWord): Readonly<Record<string, Json>> {
    const [pair, owners] = [this.pair.get(), this.owners.get()];
    const known = [
      { member: 'issuerCardStatus', value: issuerCardStatus[first], id: pair.first },
      { member: 'issuerCardStatus', value: issuerCardStatus[second], id: pair.second },
      { member: 'cardholderId', value: owners.first, id: pair.first },
      { member: 'cardholderId', value: owners.second, id: pair.second },
    ];
    return { key: 'cardId', known };
  }

  /** Lists the cardholders created since the two were begun, those created from now on, and those of the day before. */
  async cardholdersByWindow(): Promise<readonly Exchange[]> {
    return this.oneByOne(await this.windows(), async (window) =>
      this.scope.call('listCardholders', { query: { ...window, limit: 200 } }),
    );
  }

  /** Lists the cards created since the two were begun, those created from now on, and those of the day before. */
  async cardsByWindow(): Promise<readonly Exchange[]> {
    return this.oneByOne(await this.windows(), async (window) =>
      this.scope.call('listCards', { query: { ...window, limit: 200 } }),
    );
  }

  /** Number of the record made last, as text. */
  get newest(): string {
    return String(this.pair.get().second);
  }

  /** Asks for a status that no documentation names. */
  async byUnknownStatus(): Promise<Exchange> {
    return this.scope.callInvalid('listCardholders', { query: { status: 99 } }, 'no cardholder status has this number');
  }

  /** The last day up to now, by the target's own clock. */
  async lastDay(): Promise<Window> {
    const now = await this.now();
    const [lastDay, ...others] = windowsAround(now - day, now);
    this.others.keep(others);
    return lastDay;
  }

  /** The time since that day, and the day before it. */
  get otherTimes(): readonly Window[] {
    return this.others.get();
  }

  private get since() {
    return { after: String(this.began.get() - slack), limit: 200 };
  }

  private async windows(): Promise<readonly Window[]> {
    return windowsAround(this.began.get() - slack, await this.now());
  }

  /** The target's own time, Unix seconds: the Date header of a list. */
  private async now(): Promise<number> {
    const { response } = await this.scope.call('listCardholders', { query: { limit: 1 } });
    const seconds = Math.floor(Date.parse(response?.headers['date'] ?? '') / 1000);
    if (Number.isNaN(seconds)) throw preconditionNotMet("the target's clock", 'no Date header');
    return seconds;
  }

  private async oneByOne<T>(
    queries: readonly T[],
    list: (query: T) => Promise<Exchange>,
  ): Promise<readonly Exchange[]> {
    const answers: Exchange[] = [];
    for (const query of queries) answers.push(await list(query));
    return answers;
  }
}

const directions = ['asc', 'desc'] as const;
