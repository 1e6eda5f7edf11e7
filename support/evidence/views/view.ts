import type { EvidenceFolder } from '../evidence-folder.js';
import type { DerivedRun } from './derived-run.js';
import type { RecordedStreams } from './recorded-streams.js';

/** What the views of a run are made from. All of it lies in the pack. */
export interface ViewSource {
  readonly run: DerivedRun;
  readonly recorded: RecordedStreams;
}

/**
 * An artefact for readers, made from a run's evidence. A pure function of its source: no clock, no randomness, no
 * environment, no file outside the pack, always the same order. `verify` makes every view again and compares the bytes.
 */
export interface View {
  readonly id: string;
  readonly write: (folder: EvidenceFolder, source: ViewSource) => Promise<void>;
}
