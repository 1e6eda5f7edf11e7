import { Agent } from 'undici';
import type { Configuration } from '../../config/configuration.js';
import type { Json } from '../../trace/exchange.js';
import { asText, at } from '../../verdict/checks/answer.js';

/** Objects of a run on the target by what tells them apart, each with how often it is there. */
export type MadeObjects = ReadonlyMap<string, number>;

/**
 * Everything a run made on a target, by run label without the run id, so that runs can be compared: cardholders, wallets and
 * transfers by their labels, cards counted by their holder.
 */
export async function madeObjects(configuration: Configuration, runId: string): Promise<MadeObjects> {
  const { certificate, serverCa, baseUrl, apiKey, profile } = configuration;
  if (certificate === null || baseUrl === null || apiKey === null || profile === null) throw new Error('no target');
  const connect = { cert: certificate.certificate, key: certificate.privateKey, ca: serverCa ?? '' };
  const agent = new Agent({ connect });
  const list = async (path: string): Promise<readonly Json[]> => {
    const found: Json[] = [];
    for (;;) {
      const query = `${path.includes('?') ? '&' : '?'}after=0&limit=200&offset=${String(found.length)}`;
      const headers = { 'x-api-key': apiKey };
      const { pathname, origin } = baseUrl;
      const answer = await agent.request({ origin, path: `${pathname}${path}${query}`, method: 'GET', headers });
      const body = (await answer.body.json()) as Json;
      const items = at(body, '/items');
      if (!Array.isArray(items)) throw new Error(`${path} answered ${String(answer.statusCode)}`);
      found.push(...(items as readonly Json[]));
      if (found.length >= Number(at(body, '/total'))) return found;
    }
  };
  try {
    const holders = await list('/cardholders');
    const labels = new Map(holders.map((item) => [asText(at(item, '/cardholderId')), asText(at(item, '/emailAdr'))]));
    const cards = (await list('/cards')).map((item) => labels.get(asText(at(item, '/cardholderId'))) ?? '');
    const wallets = (await list('/wallets')).map((item) => asText(at(item, '/name')));
    const source = String(profile.fundedWalletId);
    const transfers = await list(`/wallets/transactions?walletId=${source}`);
    const named = [
      ...[...labels.values()].map((label) => ['cardholder', label] as const),
      ...cards.map((label) => ['card of', label] as const),
      ...wallets.map((label) => ['wallet', label] as const),
      ...transfers.map((item) => ['transfer', asText(at(item, '/description'))] as const),
    ];
    const counted = new Map<string, number>();
    for (const [kind, label] of named) {
      if (!label.includes(runId.toLowerCase())) continue;
      const key = `${kind} ${label.replace(runId.toLowerCase(), '')}`;
      counted.set(key, (counted.get(key) ?? 0) + 1);
    }
    return counted;
  } finally {
    await agent.close();
  }
}
