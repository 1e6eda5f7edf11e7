import type { RunContext } from '../runner/run-context.js';
import type { Exchange } from '../trace/exchange.js';
import { asText, at, isAccepted, requested } from '../verdict/checks/answer.js';
import type { ScenarioScope } from './scenario-scope.js';

/** The card that each simulated deposit names. */
const cardOf: Readonly<Record<string, (sent: Exchange) => string>> = {
  simulateCryptoDeposit: ({ request }) => request.path.split('/')[3] ?? '',
  simulateBankDeposit: (sent) => asText(at(requested(sent), '/cardId')),
};

/**
 * Cards that deposits were sent to, to be read once more when all scenarios have ended: a second credit for one deposit may come long
 * after its scenario has seen the first. The reads are part of no scenario's verdict; reconciliation looks at them.
 * Source: docs/sandbox-going-live.
 */
export class LateReads {
  readonly #scenarios = new Map<string, string>();

  /** Notes where a finished scenario sent deposits; where it asked people to allocate money, a late credit is no second one. */
  note({ scenario, sent }: Pick<ScenarioScope, 'scenario' | 'sent'>): void {
    if (sent.some(({ operationId }) => operationId === 'createSupportTicket')) return;
    for (const exchange of sent.filter(isAccepted)) {
      const cardId = cardOf[exchange.operationId ?? '']?.(exchange) ?? '';
      if (cardId !== '') this.#scenarios.set(cardId, scenario.id);
    }
  }

  /** Reads the balances of all of them, once each, unless the run is interrupted. Best effort: a failure is logged. */
  async read({ client, signal, logger }: Pick<RunContext, 'client' | 'signal' | 'logger'>): Promise<void> {
    for (const [cardId, scenario] of this.#scenarios) {
      if (signal.aborted) return;
      try {
        await client.call('getCardBalance', { path: { cardId } }, { scenario, cleanUp: true });
      } catch (error) {
        logger.warn({ err: error, scenario }, 'a card could not be read once more');
      }
    }
  }
}
