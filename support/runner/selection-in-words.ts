import type { Selection } from './selection.js';

/** A selection as people read it. */
export function selectionInWords({ tags, scenarioId, rows, order }: Selection): string {
  const asked = tags !== null ? `tags ${tags}` : scenarioId === null ? 'all scenarios' : `scenario ${scenarioId}`;
  const limited = rows === null ? asked : `${asked}, limited to ${rows.join(' and ')}`;
  return order === 'defined' ? limited : `${limited}, in random order`;
}

/** What a plan adds that is a shard of another, or that takes scenarios over. */
const narrowed = /^(?:, shard \d+ of \d+)?(?:, \d+ carried over from [^,]+)?$/;

/** How Cucumber's own runner is told: it says nothing of what it selected by. */
const byCucumber = /^cucumber-js, (\d+) of \d+ scenarios$/;

/** True for a description that a plan of this selection and of so many scenarios has. */
export function isOwnDescription(description: string, selection: Selection, scenarios: number): boolean {
  const plain = selectionInWords(selection);
  if (description.startsWith(plain)) return narrowed.test(description.slice(plain.length));
  return byCucumber.exec(description)?.[1] === String(scenarios);
}
