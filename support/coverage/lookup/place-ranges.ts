/**
 * Places in a list as short text: `0-3,7`. Ascending, each once. A comma parts no groups of a card number: with spaces, four
 * places above 1000 can look like one.
 */
export function rangesOf(places: Iterable<number>): string {
  const sorted = [...new Set(places)].sort((a, b) => a - b);
  const ranges: [number, number][] = [];
  for (const place of sorted) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === place - 1) last[1] = place;
    else ranges.push([place, place]);
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(',');
}

/** The places that such a text names. */
export function placesIn(ranges: string): readonly number[] {
  return ranges
    .split(',')
    .filter((range) => range !== '')
    .flatMap((range) => {
      const [from = 0, to = from] = range.split('-').map(Number);
      return Array.from({ length: to - from + 1 }, (_none, offset) => from + offset);
    });
}
