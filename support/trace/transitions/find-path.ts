import type { Lifecycle, Transition } from '../../lifecycle/lifecycle.js';

/** An operation on an entity that was not refused, and that no observed change has explained yet. */
export interface PendingEvent {
  readonly event: string;
  readonly guard: string | null;
  /** False when nothing tells how it was answered. */
  readonly answered: boolean;
}

/** Longest chain of transitions two readings can lie apart. */
const longestPath = 8;
/** A call without effect is unlikely: dearer than two transitions nobody saw. One that nothing answered is cheaper than any. */
const skipCost = { answered: 3, unanswered: 0.5 } as const;

interface Node {
  readonly state: string;
  /** How many of the events are used up. */
  readonly used: number;
  readonly cost: number;
  readonly path: readonly Transition[];
}

/**
 * The likeliest chain of transitions from one state to another. Operations happen only as often and in the order they
 * were called; what the platform does by itself (kebab-case events) may happen at any time. Null when the table allows
 * no such chain. `organic` narrows what the platform may have done by itself; null allows everything.
 */
export function findPath(
  table: Lifecycle,
  from: string,
  to: string,
  events: readonly PendingEvent[],
  organic: readonly string[] | null = null,
): readonly Transition[] | null {
  const queue: Node[] = [{ state: from, used: 0, cost: 0, path: [] }];
  const settled = new Set<string>();
  const possible = ({ event }: Transition): boolean =>
    organic === null || isOperation(event) || organic.includes(event);
  for (let node = takeCheapest(queue); node !== undefined; node = takeCheapest(queue)) {
    if (node.state === to && node.used === events.length && node.path.length > 0) return node.path;
    const key = `${node.state} ${node.used} ${node.path.length > 0}`;
    if (settled.has(key) || node.path.length >= longestPath) continue;
    settled.add(key);
    queue.push(...nextNodes(table.transitions.filter(possible), node, events[node.used]));
  }
  return null;
}

function nextNodes(transitions: readonly Transition[], node: Node, pending: PendingEvent | undefined): readonly Node[] {
  const moves = transitions
    .filter((transition) => leaves(transition, node.state))
    .flatMap((transition) => {
      const called = pending !== undefined && transition.event === pending.event && allows(transition, pending);
      if (!called && isOperation(transition.event)) return [];
      const used = node.used + (called ? 1 : 0);
      return [{ state: transition.to, used, cost: node.cost + 1, path: [...node.path, transition] }];
    });
  const skip =
    pending === undefined
      ? []
      : [{ ...node, used: node.used + 1, cost: node.cost + skipCost[pending.answered ? 'answered' : 'unanswered'] }];
  return [...moves, ...skip];
}

function leaves(transition: Transition, state: string): boolean {
  return transition.from === state || (transition.from === '*' && state !== 'none');
}

function allows(transition: Transition, pending: PendingEvent): boolean {
  return pending.guard === null || transition.guard === null || transition.guard === pending.guard;
}

/** Operation ids are camelCase; what happens by itself is named in kebab-case. */
function isOperation(event: string): boolean {
  return /[A-Z]/.test(event);
}

function takeCheapest(queue: Node[]): Node | undefined {
  let best = 0;
  for (let index = 1; index < queue.length; index++) {
    if ((queue[index]?.cost ?? Infinity) < (queue[best]?.cost ?? Infinity)) best = index;
  }
  return queue.splice(best, 1)[0];
}
