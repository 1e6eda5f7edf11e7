import type { Lifecycle } from './lifecycle.js';

/** The first disagreement inside a table, as a clause for a message; null when there is none. */
export function tableProblem(table: Lifecycle): string | null {
  const names = table.states.map((state) => state.name);
  return (
    firstRepeat(names, 'state') ??
    firstRepeat(
      table.states.map((state) => String(state.value)),
      'state value',
    ) ??
    firstRepeat(
      table.transitions.map((transition) => transition.id),
      'transition',
    ) ??
    firstUnknownState(table, new Set(names)) ??
    firstAmbiguity(table) ??
    firstExitFromFinal(table)
  );
}

function firstRepeat(words: readonly string[], kind: string): string | null {
  const repeated = words.find((word, index) => words.indexOf(word) !== index);
  return repeated === undefined ? null : `${kind} ${repeated} occurs twice`;
}

function firstUnknownState(table: Lifecycle, names: ReadonlySet<string>): string | null {
  for (const { id, from, to } of table.transitions) {
    if (from !== 'none' && from !== '*' && !names.has(from)) return `transition ${id} leaves unknown state ${from}`;
    if (!names.has(to)) return `transition ${id} enters unknown state ${to}`;
  }
  return null;
}

/** Two transitions of one state and event need two different guards; otherwise the table does not decide. */
function firstAmbiguity(table: Lifecycle): string | null {
  return firstRepeat(
    table.transitions.map(({ from, event, guard }) => `${from} + ${event} [${guard ?? 'always'}]`),
    'the choice',
  );
}

function firstExitFromFinal(table: Lifecycle): string | null {
  const final = new Set(table.states.filter((state) => state.final).map((state) => state.name));
  const exit = table.transitions.find((transition) => final.has(transition.from));
  return exit === undefined ? null : `transition ${exit.id} leaves final state ${exit.from}`;
}
