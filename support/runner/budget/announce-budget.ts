import type { Logger } from 'pino';
import { countsInWords, movementKinds, objectKinds } from '../../contract/object-kinds.js';
import type { EvidenceFolder } from '../../evidence/evidence-folder.js';
import type { Progress } from '../progress.js';
import type { RunOutline } from './run-outline.js';

/** Where the announcement goes. */
export interface Announcement {
  readonly folder: EvidenceFolder;
  readonly logger: Logger;
  readonly progress: Progress;
}

/** Tells, before the first call, what the run may create at most: to the person, the log, and `plan/budget.json`. */
export async function announceBudget(outline: RunOutline, { folder, logger, progress }: Announcement): Promise<void> {
  await folder.write('plan/budget.json', `${JSON.stringify(outline, null, 2)}\n`);
  logger.info({ creates: outline.creates }, 'object budget');
  for (const line of budgetLines(outline)) progress.note(line);
}

/** The budget as two lines for people. */
export function budgetLines({ creates }: Pick<RunOutline, 'creates'>): readonly string[] {
  return [
    `This run creates at most ${countsInWords(creates, objectKinds)}`,
    `and moves money by at most ${countsInWords(creates, movementKinds)}`,
  ];
}
