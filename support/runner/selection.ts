/** In what order scenarios run: as the features have them, or shuffled by Cucumber with this seed. */
export type RunningOrder = 'defined' | `random:${number}`;

/** What selects the scenarios of a run, and in what order they run; at most one of `tags` and `scenarioId` is set. */
export interface Selection {
  readonly tags: string | null;
  readonly scenarioId: string | null;
  /** Only scenarios of these rows may run at all (production); null for every row but those of production. */
  readonly rows: readonly string[] | null;
  readonly order: RunningOrder;
}

/** What to do about a selection that holds nothing. */
export const widenSelection = 'Widen the selection';
