import type { CarriedFrom } from '../gather/carried-scenarios.js';
import { counted, moment } from './count-words.js';

/** Where carried evidence comes from and how old it is, as the end of a sentence that says it was taken over. */
export function carriedWords({ runId, startedAt, days }: CarriedFrom): string {
  const age = days === null ? 'its age is not recorded' : `${counted(days, 'day')} before this run`;
  return `the earlier pack of ${runId}, which began ${moment(startedAt)}, ${age}`;
}

/** The age of carried evidence in a few words. */
export function ageWords({ days }: CarriedFrom): string {
  return days === null ? 'carried over' : `carried over, ${counted(days, 'day')} old`;
}
