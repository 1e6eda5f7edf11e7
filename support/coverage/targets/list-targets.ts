import type { JsonObject } from '../../json/json-pointer.js';
import type { Lifecycle } from '../../lifecycle/lifecycle.js';
import { answerTargets, saidTargets } from './answer-targets.js';
import type { OperationShape } from './operation-shape.js';
import { operationShapes } from './operation-shapes.js';
import { requestTargets } from './request-targets.js';
import { targetOf, type ListedTarget } from './target.js';
import { transitionTargets } from './transition-targets.js';

/** Everything a run can cover, from its frozen documents alone. */
export interface TargetList {
  readonly operations: readonly OperationShape[];
  /** In document order, each id once. */
  readonly targets: readonly ListedTarget[];
}

/** Lists the targets of a contract document and the lifecycle tables. Looks at no traffic. */
export function listTargets(document: JsonObject, lifecycles: readonly Lifecycle[]): TargetList {
  const operations = operationShapes(document);
  const targets = new Map<string, ListedTarget>();
  // A shared response and a schema with branches say the same thing more than once.
  const add = (target: ListedTarget): void => {
    if (!targets.has(target.id)) targets.set(target.id, target);
  };
  for (const shape of operations) operationTargets(document, shape).forEach(add);
  for (const table of lifecycles) transitionTargets(table).forEach(add);
  return { operations, targets: [...targets.values()] };
}

function operationTargets(document: JsonObject, shape: OperationShape): ListedTarget[] {
  const { operationId, pointer, inbound, requestSchema } = shape;
  const own = targetOf('operation', operationId, '', pointer);
  if (!inbound) return [own, ...requestTargets(document, shape), ...answerTargets(document, shape)];
  const said = requestSchema === null ? [] : saidTargets(document, requestSchema, operationId, '/request/body');
  return [own, ...said];
}
