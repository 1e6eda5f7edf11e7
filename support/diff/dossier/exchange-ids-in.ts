/** An exchange of a run, or of one whose evidence it carried (`run-.../x-000001`). */
const exchangeId = /^(?:run-[\w-]+\/)?x-\d+$/;

/** Every exchange that something names, at any depth. */
export function exchangeIdsIn(value: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  const open: unknown[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next === 'string' && exchangeId.test(next)) found.add(next);
    else if (typeof next === 'object' && next !== null) open.push(...(Object.values(next) as unknown[]));
  }
  return found;
}
