import { journalFile } from '../trace/journal-file.js';
import { logFile, messagesFile, recorderFiles } from '../trace/recorder-files.js';
import { carriedRoot } from './carried-places.js';
import { planFolder } from './journal/plan-differences.js';

const files: ReadonlySet<string> = new Set([...Object.values(recorderFiles), messagesFile, logFile, journalFile]);
const folders = [planFolder, 'harness/', carriedRoot] as const;

/** True for a file of a run's folder that is whole when its recording has ended: nothing writes it any more. */
export function isRecorded(path: string): boolean {
  return files.has(path) || folders.some((folder) => path.startsWith(folder));
}
