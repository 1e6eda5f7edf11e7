import { pathTemplate } from '../../../contract/document/path-template.js';
import type { ObservedBehaviour, ObservedFinding } from '../observed-behaviour.js';
import type { ObservedOperation } from '../observed-operation.js';

/**
 * A run with the ids that another one has for the same calls: an operation is its method and path, whatever its contract calls it.
 * What both know by one id keeps it, also where it moved.
 */
export function withIdsOf(old: ObservedBehaviour, next: ObservedBehaviour): ObservedBehaviour {
  const known = new Set(next.operations.map(({ operationId }) => operationId));
  const gone = old.operations.filter(({ operationId }) => !known.has(operationId));
  const byRoute = new Map(
    gone.flatMap((one) => (one.operation === null ? [] : [[routeOf(one.operation), one.operationId]])),
  );
  const before = new Set(old.operations.map(({ operationId }) => operationId));
  const renamed = new Map(
    next.operations.flatMap(({ operationId, operation }) => {
      const id = operation === null || before.has(operationId) ? undefined : byRoute.get(routeOf(operation));
      return id === undefined ? [] : [[operationId, id]];
    }),
  );
  if (renamed.size === 0) return next;
  const called = <Named extends ObservedFinding>(finding: Named): Named => ({
    ...finding,
    operationId: finding.operationId === null ? null : (renamed.get(finding.operationId) ?? finding.operationId),
  });
  const operation = (one: ObservedOperation) => ({
    ...one,
    operationId: renamed.get(one.operationId) ?? one.operationId,
  });
  return {
    ...next,
    operations: next.operations.map(operation),
    outside: next.outside.map(called),
    scenarios: next.scenarios.map((scenario) => ({ ...scenario, findings: scenario.findings.map(called) })),
  };
}

/** Method and path without the names of its parameters. */
function routeOf(operation: string): string {
  return pathTemplate(operation).shape;
}
