/** True when the entries that both lists hold stand in the same order; repeated entries count once. */
export function sameOrder(one: readonly string[], other: readonly string[]): boolean {
  const [first, second] = [new Set(one), new Set(other)];
  const common = [...first].filter((entry) => second.has(entry));
  const beside = [...second].filter((entry) => first.has(entry));
  return common.every((entry, index) => entry === beside[index]);
}
