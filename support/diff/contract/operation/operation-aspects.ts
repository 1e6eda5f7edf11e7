import { annotations, deprecation } from '../annotations.js';
import type { Aspect, Work } from '../aspect.js';
import { compareCallbacks } from './compare-callbacks.js';
import { compareRequestBody } from './compare-request-body.js';
import { compareResponses } from './compare-responses.js';
import { servers } from './servers.js';
import type { ContractOperation } from './contract-operation.js';
import type { OperationParts } from './operation-parts.js';

/** Two versions of an operation, and where what is found in them goes. */
export interface OperationSides {
  readonly old: ContractOperation;
  readonly new: ContractOperation;
  readonly parts: OperationParts;
  /** Filled with the operations of its callbacks. */
  readonly callbacks: OperationParts[];
}

/** Everything an operation says, aspect by aspect. */
export function operationAspects(sides: OperationSides): readonly Aspect[] {
  return [
    annotations('summary', 'description', 'externalDocs', 'tags'),
    deprecation,
    { members: ['operationId'], compare: compareId },
    inherited('parameters'),
    { members: ['requestBody'], refers: true, compare: compareRequestBody },
    { members: ['responses'], refers: true, compare: (work) => compareResponses(work, sides.parts) },
    inherited('security'),
    { members: ['callbacks'], refers: true, compare: (work) => compareCallbacks(work, sides.callbacks) },
    servers,
  ];
}

function compareId(work: Work): void {
  const pair = work.member('operationId', work.pair.place);
  if (!work.comparison.same(pair)) work.note('operation-id-changed', pair);
}

/**
 * What an operation may inherit is compared even when its own members are equal; see compare-operations. Where that found
 * nothing in it, it only says in place what is inherited, or the other way round.
 */
function inherited(member: string): Aspect {
  return {
    members: [member],
    compare: (work) => {
      const pair = work.member(member, work.pair.place);
      if (work.comparison.same(pair) || work.comparison.noted(pair)) return;
      work.note('writing-changed', pair, { key: member, before: whereSaid(pair.old), after: whereSaid(pair.new) });
    },
  };
}

function whereSaid(own: unknown): string {
  return own === undefined ? 'inherited' : 'in the operation';
}
