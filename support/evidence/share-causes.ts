/** Things that one cause explains, in the order they were given; null for what has none. */
export interface SharedCause<Thing> {
  readonly cause: string | null;
  readonly things: readonly Thing[];
}

/**
 * Groups things by their causes, each thing once: the cause that explains most of them first, then the one that explains most of the
 * rest. One thing that is altered in a common answer shows in nearly everything, and is said once. What has no cause stays by itself.
 */
export function shareCauses<Thing>(
  things: readonly Thing[],
  causesOf: (thing: Thing) => readonly string[],
): readonly SharedCause<Thing>[] {
  const alone = things
    .filter((thing) => causesOf(thing).length === 0)
    .map((thing) => ({ cause: null, things: [thing] }));
  const shared: SharedCause<Thing>[] = [];
  let left = things.filter((thing) => causesOf(thing).length > 0);
  for (let cause = commonest(left, causesOf); cause !== null; cause = commonest(left, causesOf)) {
    const explained = cause;
    shared.push({ cause, things: left.filter((thing) => causesOf(thing).includes(explained)) });
    left = left.filter((thing) => !causesOf(thing).includes(explained));
  }
  return [...alone, ...shared];
}

/** The cause that explains most of the things, the first of several; null for things without any. */
function commonest<Thing>(things: readonly Thing[], causesOf: (thing: Thing) => readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const cause of things.flatMap((thing) => [...new Set(causesOf(thing))]))
    counts.set(cause, (counts.get(cause) ?? 0) + 1);
  const [first] = [...counts].sort(([, a], [, b]) => b - a);
  return first === undefined ? null : first[0];
}
