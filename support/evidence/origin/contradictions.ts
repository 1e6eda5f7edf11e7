import type { Exchange } from '../../trace/exchange.js';
import type { KnownConnection } from './known-connection.js';

/** Where exchanges and connections of a record do not fit together; of each kind the first is told, the rest counted. */
export class Contradictions {
  private readonly kinds = new Map<string, { readonly first: string; more: number }>();

  note(kind: string, sentence: string): void {
    const known = this.kinds.get(kind);
    if (known === undefined) this.kinds.set(kind, { first: sentence, more: 0 });
    else known.more += 1;
  }

  /** The connection of an exchange; what does not fit is noted. */
  connectionOf(exchange: Exchange, known: ReadonlyMap<string, KnownConnection>): KnownConnection | undefined {
    const { id, connection, response, replayed, identity, request } = exchange;
    if (connection === null) {
      if (response !== null) this.note('none', `${id} was answered, and no connection is recorded that carried it`);
      return undefined;
    }
    const found = known.get(connection.id);
    if (found === undefined) {
      this.note('unknown', `${id} names the connection ${connection.id}, which is not recorded`);
      return undefined;
    }
    if (replayed === true && found.server !== 'own') {
      this.note('replayed', `${id} is marked as replayed, and its connection led to the target`);
    }
    if (identity !== found.identity) {
      this.note('identity', `${id} was made as ${identity}, its connection ${connection.id} as ${found.identity}`);
    }
    const asked = authorityOf(request.url);
    const called = `${found.host.includes(':') ? `[${found.host}]` : found.host}:${found.port}`;
    if (asked !== called) {
      this.note('host', `${id} asked for ${asked}, its connection ${connection.id} led to ${called}`);
    }
    return found;
  }

  get list(): readonly string[] {
    return [...this.kinds.values()].map(({ first, more }) => (more === 0 ? first : `${first} (and ${more} more)`));
  }
}

/** Host and port of a masked URL, which need not be one that parses. */
function authorityOf(url: string): string {
  const authority = /^https:\/\/([^/?#]*)/i.exec(url)?.[1]?.toLowerCase() ?? '';
  return /:\d+$/.test(authority) ? authority : `${authority}:443`;
}
