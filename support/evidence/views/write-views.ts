import type { EvidenceFolder } from '../evidence-folder.js';
import type { ViewSource } from './view.js';
import { views } from './views.js';

/** Writes every view of a run into a folder, one after another. */
export async function writeViews(folder: EvidenceFolder, source: ViewSource): Promise<void> {
  for (const { write } of views) await write(folder, source);
}
