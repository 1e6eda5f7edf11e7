import type { FaultOrder } from '../behaviour/fault-run.js';
import type { TriedMutant } from '../score/scored-mutant.js';
import type { Worker } from './worker.js';

/** One thing that a process does between two control runs. */
export interface Attempt {
  /** What it tries, for people. */
  readonly name: string;
  /** Tries it. Throws MUT-302 or MUT-303 when the process is lost or cannot do it. */
  readonly run: (worker: Worker) => Promise<Tried>;
  /** What it comes to when the process was lost over it: no kill. */
  readonly broken: (because: string) => Tried;
}

/** What an attempt came to. */
export interface Tried {
  readonly mutants: readonly TriedMutant[];
  /** Work that it found. */
  readonly next: readonly Batch[];
}

/** Attempts that one process makes one after another, and the control runs that have to be clean around them. */
export interface Batch {
  readonly controls: readonly FaultOrder[];
  readonly attempts: readonly Attempt[];
}

/** The control runs of some batches together: all their rows without a fault, one order for each environment. */
export function controlsOf(batches: readonly Batch[]): readonly FaultOrder[] {
  const controls = batches.flatMap((batch) => batch.controls);
  const environments = [...new Set(controls.map(({ environment }) => environment))];
  return environments.map((environment) => {
    const members = controls.filter((order) => order.environment === environment);
    return { faults: [], rows: [...new Set(members.flatMap(({ rows }) => rows))].toSorted(), environment };
  });
}

/** Splits attempts, so that no kill is far from a control run: this many in a batch at most. */
export function inPieces<T>(list: readonly T[], most: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / most) }, (_, index) =>
    list.slice(index * most, (index + 1) * most),
  );
}
