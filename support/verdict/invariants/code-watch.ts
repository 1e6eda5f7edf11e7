import { answered, at, isAccepted } from '../checks/answer.js';
import { nothingToSay, type InvariantWatch } from '../invariant.js';
import { labelScopeOf } from './label-scope.js';

/** Codes of so many subscriptions are not all the same by chance. */
const enough = 3;

/** Not every subscription is given one and the same code; told once. */
export const codesDiffer = (): InvariantWatch => {
  /** Codes by subscription, with the exchange that showed each last. */
  const shown = new Map<string, Map<string, { readonly code: string; readonly exchangeId: string }>>();
  return {
    exchange: (exchange) => {
      const code = at(answered(exchange), '/code');
      if (exchange.operationId !== 'getOtp' || !isAccepted(exchange) || typeof code !== 'string' || code === '')
        return nothingToSay;
      const scope = labelScopeOf(exchange);
      const subscriptions = shown.get(scope) ?? new Map<string, { code: string; exchangeId: string }>();
      shown.set(scope, subscriptions);
      // A subscription that is read again shows the same code; another one of it is as good a proof as one of another.
      subscriptions.set(`${exchange.request.path} ${code}`, { code, exchangeId: exchange.id });
      return nothingToSay;
    },
    end: () => {
      const all = [...shown.values()].filter(({ size }) => size >= enough);
      const violations = all
        .map((subscriptions) => [...subscriptions.values()])
        .filter((codes) => new Set(codes.map(({ code }) => code)).size === 1)
        .map((codes) => ({
          exchangeIds: codes.map(({ exchangeId }) => exchangeId),
          message: `expected another code for another purchase, received the same one for ${String(codes.length)} subscriptions`,
        }));
      return { evaluated: all.length, violations };
    },
  };
};
