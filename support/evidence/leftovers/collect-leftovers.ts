import { isObjectKind, objectKinds, type ObjectKind } from '../../contract/object-kinds.js';
import type { Exchange } from '../../trace/exchange.js';
import { mayHaveTakenEffect } from '../../trace/may-have-taken-effect.js';
import { inWords, isAccepted, member } from '../../verdict/checks/answer.js';
import { labelIn, scenarioLabel } from '../../trace/run-label.js';
import type { Creations } from './creations.js';
import { leftoverKinds } from './leftover-kinds.js';
import type { Leftover, Leftovers, UncertainCreation } from './leftovers.js';

/** What the record of a run is read with. */
export interface LeftoverFacts {
  readonly runId: string;
  /** Run that made an exchange, where the run was merged from several; the run itself when not given. */
  readonly madeBy?: (exchangeId: string) => string;
  /** True when the target ended with the run. */
  readonly gone: boolean;
  readonly creates: Creations;
}

/**
 * Reads recorded exchanges, in order and one at a time, for what the run created and did not remove. Answers that a server
 * of ours replayed created nothing; objects found again after a lost answer count.
 */
export async function collectLeftovers(
  exchanges: AsyncIterable<Exchange> | Iterable<Exchange>,
  { runId, madeBy = () => runId, gone, creates }: LeftoverFacts,
): Promise<Leftovers> {
  const objects = new Map<ObjectKind, Leftover[]>(objectKinds.map((kind) => [kind, []]));
  const uncertain: UncertainCreation[] = [];
  for await (const exchange of exchanges) {
    if (exchange.replayed === true) continue;
    if (exchange.operationId === 'unsubscribeOtp') removeListener(objects, exchange);
    const { operationId } = exchange;
    const kind = operationId === null ? undefined : creates[operationId];
    if (operationId === null || kind === undefined || !isObjectKind(kind)) continue;
    const creation = creationOf(exchange, madeBy(exchange.id));
    if (exchange.adopted !== undefined) {
      objects.get(kind)?.push({ id: exchange.adopted.id, ...creation, adopted: true });
    } else if (isAccepted(exchange)) {
      objects.get(kind)?.push({ id: idOf(exchange, kind), ...creation });
    } else if (mayHaveTakenEffect(exchange)) {
      uncertain.push({ kind, operationId, ...creation, received: inWords(exchange) });
    }
  }
  const kinds = [...objects].flatMap(([kind, made]) => {
    const { why, next, source } = leftoverKinds[kind];
    return made.length === 0 ? [] : [{ kind, count: made.length, why, next, source, objects: made }];
  });
  return { runId, gone, kinds, uncertain };
}

function idOf(exchange: Exchange, kind: ObjectKind): number | string | null {
  const { idMember } = leftoverKinds[kind];
  const id = member(exchange, idMember, 'number') ?? member(exchange, idMember, 'string');
  return typeof id === 'number' || typeof id === 'string' ? id : null;
}

/** What masking puts in place of a value. */
const maskMark = /\[(?:masked|synthetic):/;

function creationOf({ id, scenario, startedAt, request }: Exchange, runId: string) {
  const sent = request.body.kind === 'json' ? JSON.stringify(request.body.value) : '';
  // Mail addresses and account names are masked in the record, and the label in them with it.
  const hidden = scenario !== null && maskMark.test(sent);
  // What was carried over was made by the run that its id names.
  const run = /^(.+)\/x-/.exec(id)?.[1] ?? runId;
  const label = labelIn(sent) ?? (hidden ? scenarioLabel(run, scenario) : null);
  return { label, scenario, at: startedAt, exchangeId: id };
}

/** A subscription whose end was accepted is gone; of one whose end was refused the answer is noted. */
function removeListener(objects: Map<ObjectKind, Leftover[]>, exchange: Exchange): void {
  const token = decodeURIComponent(exchange.request.path.split('/').at(-1) ?? '');
  const kept = (objects.get('otp-listener') ?? []).flatMap((listener) => {
    if (listener.id !== token) return [listener];
    if (isAccepted(exchange)) return [];
    return [{ ...listener, cleanUp: { exchangeId: exchange.id, received: inWords(exchange) } }];
  });
  objects.set('otp-listener', kept);
}
