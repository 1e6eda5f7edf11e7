import type { Exchange } from '../../trace/exchange.js';
import { isAccepted } from '../checks/answer.js';
import { hostedLink } from '../checks/hosted-link.js';
import { nothingToSay, type InvariantWatch } from '../invariant.js';
import { sharedByNobody } from './unshared-watch.js';

/** Calls that answer with the link to the hosted identity check. */
const linking: ReadonlySet<string | null> = new Set(['submitKyc', 'refreshKycUrl']);

/** A link as an answer gave it, with the number of the cardholder it is for. */
function linkOf(exchange: Exchange): { readonly cardholder: string; readonly link: string } | undefined {
  if (!linking.has(exchange.operationId) || !isAccepted(exchange)) return undefined;
  const cardholder = exchange.request.path.split('/')[2];
  const link = hostedLink(exchange);
  return cardholder === undefined || link === undefined ? undefined : { cardholder, link };
}

/** No two cardholders are sent to one link. */
export const linksOfOneCardholder = sharedByNobody('the hosted link', (exchange) => {
  const given = linkOf(exchange);
  return given === undefined ? [] : [{ owner: `cardholder ${given.cardholder}`, value: given.link }];
});

/** A replacement link is none of those the cardholder had before. */
export const replacementIsNew = (): InvariantWatch => {
  const had = new Map<string, string>();
  return {
    exchange: (exchange) => {
      const given = linkOf(exchange);
      if (given === undefined) return nothingToSay;
      const key = `${given.cardholder} ${given.link}`;
      const before = had.get(key);
      had.set(key, exchange.id);
      if (exchange.operationId !== 'refreshKycUrl') return nothingToSay;
      if (before === undefined) return { evaluated: 1, violations: [] };
      const message = `expected a new link in place of the one cardholder ${given.cardholder} had, received the same again`;
      return { evaluated: 1, violations: [{ exchangeIds: [before, exchange.id], message }] };
    },
  };
};
