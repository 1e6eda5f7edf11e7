/**
 * The candidate that is meant most likely, for "did you mean": one that begins with `word` (in whatever case), else any,
 * and of those the one with the smallest edit distance. `candidates` must not be empty.
 */
export function nearest(word: string, candidates: readonly string[]): string {
  const goingOn = candidates.filter((candidate) => candidate.toLowerCase().startsWith(word.toLowerCase()));
  const among = goingOn.length === 0 ? candidates : goingOn;
  let best = among[0];
  if (best === undefined) throw new Error('nearest() needs at least one candidate');
  let least = Infinity;
  for (const candidate of among) {
    const distance = editDistance(word, candidate);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** Three candidates at most, separated by commas, the nearest by spelling first. */
export function nearestFew(word: string, candidates: readonly string[]): string {
  const found: string[] = [];
  while (found.length < 3 && found.length < candidates.length) {
    found.push(
      nearest(
        word,
        candidates.filter((candidate) => !found.includes(candidate)),
      ),
    );
  }
  return found.join(', ');
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [row, letter] of Array.from(a).entries()) {
    const current = [row + 1];
    for (const [column, other] of Array.from(b).entries()) {
      const replaced = (previous[column] ?? 0) + (letter === other ? 0 : 1);
      current.push(Math.min((previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1, replaced));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
