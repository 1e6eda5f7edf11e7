import type { Aspect, Work } from './aspect.js';
import { sameOrder } from './same-order.js';

/** Marks of this harness; they say how well a rule is known and what a call creates. */
const ownMarks = new Set(['x-provenance', 'x-source', 'x-rules', 'x-questions', 'x-creates', 'x-alias']);

const tables = new WeakMap<readonly Aspect[], ReadonlyMap<string, Aspect>>();

/**
 * Compares two objects aspect by aspect. Nothing is passed over: a member that differs although its aspect found nothing, or
 * that no aspect reads, is a difference of its own, and what nobody understands is `unknown`.
 */
export function compareMembers(work: Work, aspects: readonly Aspect[]): void {
  const { comparison } = work;
  const alike = comparison.same(work.pair);
  if (alike && !comparison.values.refers(work.pair.new)) return;
  const known = tableOf(aspects);
  const differing = [...new Set([...Object.keys(work.old), ...Object.keys(work.new)])].filter(
    (name) => !comparison.equal(work.old[name], work.new[name]),
  );
  const due = new Set(differing.map((name) => known.get(name)));
  for (const name of Object.keys(work.new)) if (known.get(name)?.refers === true) due.add(known.get(name));
  for (const aspect of due) aspect?.compare(work);
  for (const name of differing) {
    const pair = work.member(name, work.pair.place);
    const aspect = known.get(name);
    if (aspect !== undefined) {
      if (!explained(work, aspect)) work.note('unclassified-difference', pair, { key: name });
    } else if (ownMarks.has(name)) work.note('mark-changed', pair, { key: name });
    else work.note(name.startsWith('x-') ? 'extension-changed' : 'unclassified-difference', pair, { key: name });
  }
  if (!alike && !sameOrder(Object.keys(work.old), Object.keys(work.new))) {
    work.note('order-changed', work.pair, { key: 'members', before: null, after: null });
  }
}

/** An aspect of several members may note what differs in one of them at another. */
function explained(work: Work, aspect: Aspect): boolean {
  return aspect.members.some((name) => work.comparison.noted(work.member(name, '')));
}

function tableOf(aspects: readonly Aspect[]): ReadonlyMap<string, Aspect> {
  const earlier = tables.get(aspects);
  if (earlier !== undefined) return earlier;
  const table = new Map(aspects.flatMap((aspect) => aspect.members.map((name) => [name, aspect] as const)));
  tables.set(aspects, table);
  return table;
}
