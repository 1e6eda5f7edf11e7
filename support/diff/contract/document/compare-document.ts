import { isObject, type JsonObject } from '../../../json/json-pointer.js';
import { annotations } from '../annotations.js';
import { type Aspect, Work } from '../aspect.js';
import { compareMembers } from '../compare-members.js';
import { newPart, type Comparison } from '../comparison.js';
import { compareOperations } from '../operation/compare-operations.js';
import type { OperationParts } from '../operation/operation-parts.js';
import { servers } from '../operation/servers.js';
import type { Pair } from '../pair.js';
import { compareComponents } from './compare-components.js';
import type { RenamedComponent } from '../renamed-components.js';

const version: Aspect = {
  members: ['openapi'],
  compare: (work) => {
    const pair = work.member('openapi', 'document');
    if (!work.comparison.same(pair)) work.note('specification-version-changed', pair);
  },
};

/** What every operation inherits; noted there, unless no operation does. */
const security: Aspect = {
  members: ['security'],
  compare: (work) => {
    const pair = work.member('security', 'document');
    if (!work.comparison.same(pair) && !work.comparison.noted(pair))
      work.note('annotation-changed', pair, { key: 'security' });
  },
};

const info: Aspect = {
  members: ['info'],
  compare: (work) => compareMembers(work.on(work.member('info', 'info')), [annotations(...membersOf(work, 'info'))]),
};

/** Compares two documents; returns their operations with what was found in each. */
export function compareDocument(
  comparison: Comparison,
  renamed: readonly RenamedComponent[],
): readonly OperationParts[] {
  const root: Pair = { old: comparison.old, new: comparison.new, oldAt: '', newAt: '', place: 'document' };
  const work = new Work(root, newPart(), comparison);
  const operations = [
    ...compareOperations(work.member('paths', ''), comparison, { inbound: false, word: '' }),
    ...compareOperations(work.member('webhooks', 'webhook'), comparison, { inbound: true, word: 'webhook' }),
  ];
  const compared = (member: string): Aspect => ({ members: [member], compare: () => undefined });
  compareMembers(work, [
    ...[version, info, security, servers, annotations('tags', 'externalDocs'), compared('paths'), compared('webhooks')],
    { members: ['components'], refers: true, compare: (one) => compareComponents(one, renamed) },
  ]);
  return operations;
}

/** Everything in `info` explains and nothing travels; extensions keep their own rule. */
function membersOf(work: Work, member: string): readonly string[] {
  const sides: readonly JsonObject[] = [work.old[member], work.new[member]].filter(isObject);
  return [...new Set(sides.flatMap((side) => Object.keys(side)))].filter((name) => !name.startsWith('x-'));
}
