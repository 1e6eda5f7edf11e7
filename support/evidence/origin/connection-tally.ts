import { isDeepStrictEqual } from 'node:util';
import type { Connection } from '../../trace/connection.js';
import { classOfConnection, weakest } from './class-of-connection.js';
import type { OriginClientCertificate, OriginHost, OriginServerCertificate, OriginTls, ShownClass } from './origin.js';

interface HostTally {
  readonly addresses: Set<string>;
  readonly connectedTo: Set<string>;
  readonly routes: Set<Connection['route']>;
  connections: number;
  refused: number;
  readonly firstAt: string;
  lastAt: string;
}

/** Things that are equal, counted, in the order they were first seen. */
class Counted<T> {
  private readonly seen: { readonly what: T; count: number }[] = [];

  add(what: T): void {
    const known = this.seen.find((each) => isDeepStrictEqual(each.what, what));
    if (known === undefined) this.seen.push({ what, count: 1 });
    else known.count += 1;
  }

  list(): (T & { readonly connections: number })[] {
    return this.seen.map(({ what, count }) => ({ ...what, connections: count }));
  }
}

/** Collects what the connections to the target show. Memory grows with what differs, not with their number. */
export class ConnectionTally {
  private readonly byHost = new Map<string, HostTally>();
  private readonly handshakes = new Counted<Omit<OriginTls, 'connections'>>();
  private readonly shownByServer = new Counted<Omit<OriginServerCertificate, 'connections'>>();
  private readonly shownByUs = new Counted<Omit<OriginClientCertificate, 'connections'>>();
  /** What accepted connections show, each with the first reason. */
  private readonly classes = new Map<ShownClass, string>();

  add(connection: Connection): void {
    const { host, port, at, addresses, remoteAddress, route, accepted, tls, chain, alternativeNames } = connection;
    const key = `${host} ${port}`;
    const known = this.byHost.get(key) ?? {
      ...{ addresses: new Set<string>(), connectedTo: new Set<string>(), routes: new Set<Connection['route']>() },
      ...{ connections: 0, refused: 0, firstAt: at, lastAt: at },
    };
    for (const address of addresses) known.addresses.add(address);
    known.connectedTo.add(remoteAddress);
    known.routes.add(route);
    known.connections += 1;
    known.refused += accepted ? 0 : 1;
    known.lastAt = at;
    this.byHost.set(key, known);
    this.handshakes.add(tls);
    this.shownByServer.add({ chain, alternativeNames, trust: connection.trust });
    this.shownByUs.add({ identity: connection.identity, certificate: connection.clientCertificate });
    const { shown, why } = classOfConnection(connection);
    if (accepted && !this.classes.has(shown)) this.classes.set(shown, why);
  }

  get hosts(): readonly OriginHost[] {
    return [...this.byHost].map(([key, { addresses, connectedTo, routes, ...counted }]) => {
      const [host = '', port = ''] = key.split(' ');
      const sorted = { addresses: [...addresses].sort(), connectedTo: [...connectedTo].sort() };
      return { host, port: Number(port), ...sorted, routes: [...routes].sort(), ...counted };
    });
  }

  get tls(): readonly OriginTls[] {
    return this.handshakes.list();
  }

  get serverCertificates(): readonly OriginServerCertificate[] {
    return this.shownByServer.list();
  }

  get clientCertificates(): readonly OriginClientCertificate[] {
    return this.shownByUs.list();
  }

  /** What the accepted connections together show. */
  get shown(): { readonly shown: ShownClass; readonly why: string } {
    return weakest(this.classes);
  }

  /** True when accepted connections led to different kinds of targets. */
  get mixed(): boolean {
    return this.classes.size > 1;
  }
}
