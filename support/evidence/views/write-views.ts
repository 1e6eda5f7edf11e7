import type { EvidenceFolder } from '../evidence-folder.js';
import type { ViewSource } from './view.js';
import { views } from './views.js';

/** Writes every view of a run into a folder, one after another; `written` is told of each that is in its place. */
export async function writeViews(
  folder: EvidenceFolder,
  source: ViewSource,
  written: (view: string) => void = () => undefined,
): Promise<void> {
  for (const { id, write } of views) {
    await write(folder, source);
    written(id);
  }
}
