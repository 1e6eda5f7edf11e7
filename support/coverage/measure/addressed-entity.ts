import type { LifecycleName } from '../../lifecycle/lifecycle.js';
import type { Exchange } from '../../trace/exchange.js';
import { idOf, requestOf } from '../../trace/transitions/json-members.js';
import type { OperationShape } from '../targets/operation-shape.js';

/** The parameter or member that names an entity of each lifecycle in a request. */
const entityKeys: Readonly<Record<LifecycleName, string>> = {
  cardholder: 'cardholderId',
  card: 'cardId',
  deposit: 'depositId',
  otp: 'token',
  transfer: 'transId',
};

/** The entity of a lifecycle that a request is about, by its path or else its body; null when it names none. */
export function addressedEntity(
  exchange: Exchange,
  { template }: OperationShape,
  entity: LifecycleName,
): string | null {
  const key = entityKeys[entity];
  return template.match(exchange.request.path)?.[key] ?? idOf(requestOf(exchange)[key]);
}
