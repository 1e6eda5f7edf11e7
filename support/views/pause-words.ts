import { duration, moment } from './auditor-report/words/count-words.js';
import { lengthOf, type Pause } from '../evidence/pause.js';

/** A pause as people read it. */
export function pauseWords(pause: Pause): string {
  const how = pause.stopped ? 'stopped' : 'broke off';
  return `${how} ${moment(pause.from)}, resumed ${moment(pause.to)}, after ${duration(lengthOf(pause))}`;
}
