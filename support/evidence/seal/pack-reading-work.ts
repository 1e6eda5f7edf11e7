import type { CrossingError } from '../../messages/crossing-error.js';
import { unreachable } from '../../messages/unreachable.js';
import type { PackReading, ReadPack } from './pack-reading.js';

/** What the thread that reads a pack is asked to do, in the order in which it is asked. */
export type ReadingWork =
  { readonly does: 'read' | 'finish'; readonly paths: readonly string[] } | { readonly does: 'found' | 'discard' };

/** What came of one work. */
export type ReadingOutcome = { readonly kind: 'done'; readonly found: ReadPack | null } | CrossingError;

/** Does one work. */
export async function doWork(reading: PackReading, work: ReadingWork): Promise<ReadPack | null> {
  switch (work.does) {
    case 'found':
      return reading.found();
    case 'discard':
      await reading.discard();
      return null;
    case 'read':
    case 'finish':
      await reading[work.does](work.paths);
      return null;
    default:
      return unreachable(work, 'work');
  }
}
