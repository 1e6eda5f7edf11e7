import type { OperationId } from '../client/typed-call.js';
import type { Exchange } from '../trace/exchange.js';
import { answered, asText, at, isAccepted } from '../verdict/checks/answer.js';
import type { ScenarioScope } from './scenario-scope.js';

/** A call that begins something and the call that ends it. */
interface Ending {
  readonly begins: OperationId;
  /** Member of the beginning answer that the ending call names in its path, under the same name. */
  readonly member: string;
  readonly ends: OperationId;
}

/** Everything the API lets a client end. Cards are not on the list: they close by ticket (docs/guide-manage-card-lifecycle). */
const endings: readonly Ending[] = [{ begins: 'subscribeOtp', member: 'token', ends: 'unsubscribeOtp' }];

/**
 * Ends what a scenario began and left open, once its result is written, however it ended. Best effort: the calls are
 * recorded and marked, and none of them is part of a verdict; what stays open is listed in `leftovers.json`.
 */
export async function endWhatRemains(scope: ScenarioScope): Promise<void> {
  const { contract, logger } = scope.run;
  for (const { ends, member, id } of endings.flatMap((ending) => remaining(ending, scope.sent))) {
    if (!contract.operations.has(ends)) continue;
    try {
      await scope.cleanUp(ends, { path: { [member]: id } });
    } catch (error) {
      // The scenario has its result; the list of leftovers says that this stayed open.
      logger.warn({ err: error, scenario: scope.scenario.id, operationId: ends }, 'clean-up failed');
    }
  }
}

/** What was begun and not asked to end with success. A masked value, from the record of a stopped run, names nothing. */
function remaining(ending: Ending, sent: readonly Exchange[]): readonly (Ending & { readonly id: string })[] {
  const begun = sent
    .filter((exchange) => exchange.operationId === ending.begins && isAccepted(exchange))
    .map((exchange) => asText(at(answered(exchange), `/${ending.member}`)))
    .filter((id) => id !== '' && !id.startsWith('['));
  const ended = sent.filter((exchange) => exchange.operationId === ending.ends && isAccepted(exchange));
  const endedIds = ended.map(({ request }) => decodeURIComponent(request.path.split('/').at(-1) ?? ''));
  return [...new Set(begun)].filter((id) => !endedIds.includes(id)).map((id) => ({ ...ending, id }));
}
