import type { Client } from '../client/client.js';
import type { Contract } from '../contract/contract.js';
import type { Exchange } from '../trace/exchange.js';
import { asText, at, inWords, isAccepted, requested, tookEffect } from '../verdict/checks/answer.js';
import type { Progress } from './progress.js';

/** The card that each simulated deposit names. */
const cardOf: Readonly<Record<string, (sent: Exchange) => string>> = {
  simulateCryptoDeposit: ({ request }) => request.path.split('/')[3] ?? '',
  simulateBankDeposit: (sent) => asText(at(requested(sent), '/cardId')),
};

/** What reading once more needs from the run. */
export interface LateReadTools {
  readonly client: Client;
  readonly contract: Pick<Contract, 'operations'>;
  readonly signal: AbortSignal;
  readonly progress: Pick<Progress, 'note'>;
}

/**
 * Cards that deposits were sent to, to be read once more when all scenarios have ended: a second credit for one deposit may come long
 * after its scenario has seen the first. The reads are part of no scenario's verdict; reconciliation looks at them.
 * Source: docs/sandbox-going-live.
 */
export class LateReads {
  /** The scenario that last sent a deposit to each card. */
  readonly #cards = new Map<string, string>();
  /** Scenarios that asked people to allocate money: a late credit is no second one there. */
  readonly #allocated = new Set<string>();

  /** Hears of every recorded exchange, those of earlier parts of the run included. */
  readonly listen = (exchange: Exchange): void => {
    const { scenario, operationId, replayed } = exchange;
    if (scenario === null || operationId === null || replayed === true) return;
    if (operationId === 'createSupportTicket') this.#allocated.add(scenario);
    const cardId = tookEffect(exchange) ? (cardOf[operationId]?.(exchange) ?? '') : '';
    if (cardId !== '') this.#cards.set(cardId, scenario);
  };

  /**
   * Reads the balances of all of them, once each, unless the run is interrupted; whoever runs it is told of those that gave no
   * balance. Rejects only for mistakes of ours, such as a read that could not be written down.
   */
  async read({ client, contract, signal, progress }: LateReadTools): Promise<void> {
    if (!contract.operations.has('getCardBalance')) return;
    const unread: string[] = [];
    for (const [cardId, scenario] of this.#cards) {
      if (this.#allocated.has(scenario)) continue;
      if (signal.aborted) return;
      const answer = await client.call('getCardBalance', { path: { cardId } }, { scenario, cleanUp: true, signal });
      if (!isAccepted(answer)) unread.push(`${cardId} (${inWords(answer)}, ${answer.id})`);
    }
    if (unread.length > 0 && !signal.aborted)
      progress.note(
        `After the last scenario no balance could be read of card ${unread.join(', ')}: whether a deposit was credited twice there, nobody has seen. Read it by hand, or run the scenario again.`,
      );
  }
}
