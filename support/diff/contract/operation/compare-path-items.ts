import { isObject } from '../../../json/json-pointer.js';
import { pathTemplate } from '../../../contract/document/path-template.js';
import { annotations } from '../annotations.js';
import { type Aspect, Work } from '../aspect.js';
import { compareMembers } from '../compare-members.js';
import { newPart, type Comparison } from '../comparison.js';
import { namedSides, renamedPair } from '../named-sides.js';
import type { Pair } from '../pair.js';
import { sameOrder } from '../same-order.js';
import { operationMembers, operationsOf } from './contract-operation.js';
import { servers } from './servers.js';

/** Compared with their operations; an operation that is gone or new is noted there. */
const elsewhere: readonly Aspect[] = operationMembers.map((name) => ({ members: [name], compare: () => undefined }));

/** What all operations of a path take was compared with each of them; where that found nothing, each of them says it itself. */
const shared: Aspect = {
  members: ['parameters'],
  compare: (work) => {
    const pair = work.member('parameters', work.pair.place);
    if (work.comparison.noted(pair)) return;
    const said = (list: unknown) => (list === undefined ? 'in the operations' : 'for the whole path');
    work.note('writing-changed', pair, { key: 'parameters', before: said(pair.old), after: said(pair.new) });
  },
};

/** Compares what path items say beside their operations. Called when the operations are compared. */
export function comparePathItems(items: Pair, comparison: Comparison): void {
  const part = newPart();
  const sides = namedSides(items);
  const shapes = new Map(Object.keys(sides.new).map((path) => [pathTemplate(path).shape, path]));
  const met = new Set<string>();
  for (const path of Object.keys(sides.old)) {
    const after = Object.hasOwn(sides.new, path) ? path : shapes.get(pathTemplate(path).shape);
    if (after === undefined) {
      comparePath(renamedPair(items, path, path, `${items.place} ${path}`.trim()), path, comparison);
      continue;
    }
    met.add(after);
    const pair = renamedPair(items, path, after, `${items.place} ${pathTemplate(path).shape}`.trim());
    if (after !== path) comparison.note(part, 'same', 'path-parameter-renamed', pair, { before: path, after });
    if (path.startsWith('x-')) {
      if (!comparison.same(pair)) comparison.note(part, 'same', 'extension-changed', pair, { key: path });
      continue;
    }
    compareMembers(new Work(pair, part, comparison), [
      annotations('summary', 'description'),
      servers,
      shared,
      ...elsewhere,
    ]);
  }
  for (const path of sides.come.filter((name) => !met.has(name))) {
    comparePath(renamedPair(items, path, path, `${items.place} ${path}`.trim()), path, comparison);
  }
  const order = (map: object) => Object.keys(map).map((path) => pathTemplate(path).shape);
  if (!sameOrder(order(sides.old), order(sides.new))) {
    comparison.note(part, 'same', 'order-changed', items, { key: 'paths', before: null, after: null });
  }
}

/** A path on one side only: its operations say so, and where it has none it says so itself. */
function comparePath(pair: Pair, path: string, comparison: Comparison): void {
  const item = pair.old ?? pair.new;
  const extension = path.startsWith('x-');
  if (!extension && isObject(item) && operationsOf(path, item, '').length > 0) return;
  const rule = extension ? 'extension-changed' : pair.old === undefined ? 'path-added' : 'path-removed';
  comparison.note(newPart(), 'same', rule, pair, { key: path, before: null, after: null });
}
