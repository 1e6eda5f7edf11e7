import { manifestFiles, attestationsFolder } from '../../evidence/seal/manifest.js';
import { journalFile } from '../../trace/journal-file.js';
import { logFile, messagesFile, recorderFiles } from '../../trace/recorder-files.js';

/** Streams that a merged run has whole: those of its shards, one behind the other. In the order of their paths. */
export const joinedStreams: readonly string[] = [...Object.values(recorderFiles), messagesFile, logFile].toSorted();

/** Folders of a shard's pack that lie below `shards/` in the merged one. */
const folders: readonly string[] = ['plan/', 'harness/', attestationsFolder];

const files: ReadonlySet<string> = new Set<string>([
  ...Object.values(manifestFiles),
  ...[journalFile, 'results/gate.json', 'results/recomputation.json'],
  ...['summary.json', 'card-data-scan.json', 'logs/container.log'],
]);

/**
 * True for a file of a shard's pack that is kept as it is. Its streams are stretches of the joined ones, and its views for
 * readers follow from the rest.
 */
export function isKeptFile(path: string): boolean {
  return files.has(path) || folders.some((folder) => path.startsWith(folder));
}
