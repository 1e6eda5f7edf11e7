import type { RunContext } from '../../runner/run-context.js';

/** What a scenario's calls need of a run that begins anew and writes nothing down; for unit tests. */
export function newRun() {
  const done = () => Promise.resolve();
  return {
    ...{ kept: new Set<string>(), unfinished: new Map<string, never>(), since: null },
    journal: { commit: done, checkpoint: done },
  } satisfies {
    [Member in 'kept' | 'unfinished' | 'since' | 'journal']: Partial<RunContext[Member]> | null;
  };
}
