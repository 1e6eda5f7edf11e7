import type { ContractChanges, RuleChange } from '../../contract/contract-changes.js';

/** Rules one line names before the rest is only counted. */
const longest = 2;

/** Operations one rule names before the rest is only counted. */
const mostOperations = 4;

/** The file that lists what an operator's document changes. */
const listed = 'plan/contract-changes.json';

/** The rules of the published contract that are weaker in the one that judged; none where that very contract judged. */
export function weakerRules(changes: ContractChanges | null): readonly RuleChange[] {
  return (changes?.changes ?? []).filter(({ effect }) => effect === 'weaker');
}

/** A rule in brief: what became of it, how well it was known, and whom it judges. */
export function ruleBriefly({ words, provenance, operations }: RuleChange): string {
  const more = operations.length - mostOperations;
  const named = [...operations.slice(0, mostOperations), ...(more > 0 ? [`${String(more)} more`] : [])].join(', ');
  return `${words} (published as ${provenance}; ${named})`;
}

/** The first rules of a list in brief; the rest is counted, with the file that has them all. */
export function rulesInBrief(rules: readonly RuleChange[], most: number): readonly string[] {
  return withRest(rules.slice(0, most).map(ruleBriefly), rules.length);
}

/** How many rules are weaker than published, and what became of the first of them; null where none is. */
export function rulesInWords(changes: ContractChanges | null): string | null {
  const rules = weakerRules(changes);
  if (rules.length === 0) return null;
  const count = rules.length === 1 ? '1 rule that is' : `${String(rules.length)} rules that are`;
  const first = rules.slice(0, longest).map(({ words }) => words);
  return `judged by a contract with ${count} weaker than published: ${withRest(first, rules.length).join(', ')}`;
}

function withRest(first: readonly string[], all: number): readonly string[] {
  const rest = all - first.length;
  return rest > 0 ? [...first, `and ${String(rest)} more in ${listed}`] : first;
}
