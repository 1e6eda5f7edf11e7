import type { Logger } from 'pino';
import { atMostInWords, countsInWords, movementKinds, objectKinds } from '../../contract/object-kinds.js';
import type { Progress } from '../progress.js';
import type { RunOutline } from './run-outline.js';

/** Where the announcement goes. */
export interface Announcement {
  readonly logger: Logger;
  readonly progress: Progress;
}

/** Tells, before the first call, what the run may create at most: to the person and the log. */
export function announceBudget(outline: RunOutline, { logger, progress }: Announcement): void {
  logger.info({ creates: outline.creates }, 'object budget');
  for (const line of budgetLines(outline)) progress.note(line);
}

/** The budget as two lines for people. */
export function budgetLines({ creates }: Pick<RunOutline, 'creates'>): readonly string[] {
  const moves = movementKinds.some((kind) => creates[kind] > 0);
  return [
    `This run creates ${atMostInWords(creates, objectKinds)}`,
    moves ? `and moves money by at most ${countsInWords(creates, movementKinds)}` : 'and moves no money',
  ];
}
