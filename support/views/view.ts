import type { EvidenceFolder } from '../evidence/evidence-folder.js';
import type { DerivedRun, ReproducedRun } from './derived-run.js';
import type { RecordedStreams } from '../evidence/recorded-streams.js';

/** What the views of a run are made from. All of it lies in the pack. */
export interface ViewSource<Run = DerivedRun> {
  readonly run: Run;
  readonly recorded: RecordedStreams;
}

/**
 * An artefact for readers, made from a run's evidence. A pure function of its source: no clock, no randomness, no
 * environment, no file outside the pack, always the same order. `verify` makes every view again and compares the bytes.
 */
export interface View<Run = DerivedRun> {
  readonly id: string;
  readonly write: (folder: EvidenceFolder, source: ViewSource<Run>) => Promise<void>;
}

/** A view that needs no more of a run than how to see its findings again. */
export type FirstView = View<ReproducedRun>;
