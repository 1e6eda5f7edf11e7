import type { DecidedRun } from '../evidence/decided-run.js';
import type { EvidenceFolder } from '../evidence/evidence-folder.js';
import { deriveRest, reproduceRun, type DerivedRun } from './derived-run.js';
import type { RecordedStreams } from '../evidence/recorded-streams.js';
import type { ViewSource } from './view.js';
import { firstViews, views } from './views.js';

/** Told of a view that is in its place, by its id; the next view waits until it resolves. */
export type ViewWritten = (view: string) => void | Promise<void>;

/** Writes every view of a run into a folder, one after another; `written` is told of each that is in its place. */
export async function writeViews(
  folder: EvidenceFolder,
  source: ViewSource,
  written: ViewWritten = () => undefined,
): Promise<void> {
  for (const { id, write } of [...firstViews, ...views]) {
    await write(folder, source);
    await written(id);
  }
}

/** Derives a decided run and writes its views, each as soon as what it needs is derived. Throws what the readers throw. */
export async function deriveAndWrite(
  folder: EvidenceFolder,
  decided: DecidedRun,
  { recorded, written }: { readonly recorded: RecordedStreams; readonly written: ViewWritten },
): Promise<DerivedRun> {
  const reproduced = await reproduceRun(decided, recorded);
  for (const { id, write } of firstViews) {
    await write(folder, { run: reproduced, recorded });
    await written(id);
  }
  const run = await deriveRest(reproduced, recorded);
  for (const { id, write } of views) {
    await write(folder, { run, recorded });
    await written(id);
  }
  return run;
}
