/** Values in order, as words; equal neighbours are counted, as a long poll has hundreds: `3 (12 times), 1`. */
export function inARow(values: readonly (number | string | undefined)[]): string {
  const stretches: { readonly word: string; count: number }[] = [];
  for (const word of values.map(String)) {
    const last = stretches.at(-1);
    if (last?.word === word) last.count += 1;
    else stretches.push({ word, count: 1 });
  }
  return stretches.map(({ word, count }) => (count === 1 ? word : `${word} (${String(count)} times)`)).join(', ');
}
