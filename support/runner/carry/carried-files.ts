import { carriedRoot } from '../../evidence/carried-places.js';
import { manifestFiles, attestationsFolder } from '../../evidence/seal/manifest.js';
import { shardsRoot } from '../../evidence/shard-places.js';
import type { OpenPack } from '../../evidence/verify/open-pack.js';
import { recorderFiles } from '../../trace/recorder-files.js';

/** Folders of a pack that hold what its verdicts rest on. */
const folders: readonly string[] = [
  'plan/',
  'results/',
  'journal/',
  'harness/',
  carriedRoot,
  shardsRoot,
  attestationsFolder,
];

/** Single files of that kind. */
const files: ReadonlySet<string> = new Set<string>([
  ...Object.values(recorderFiles),
  ...Object.values(manifestFiles),
  ...['summary.json', 'card-data-scan.json'],
]);

/** True for a file of a pack that goes along when it is carried. Views for readers stay behind: they follow from the rest. */
export function isCarriedFile(path: string): boolean {
  return files.has(path) || folders.some((folder) => path.startsWith(folder));
}

/** A folder inside a pack as a pack of its own. */
export function packWithin(pack: OpenPack, folder: string): OpenPack {
  const files = pack.files
    .filter(({ path }) => path.startsWith(folder))
    .map((file) => ({ path: file.path.slice(folder.length), open: () => file.open() }));
  const odd = pack.odd
    .filter(({ path }) => path.startsWith(folder))
    .map(({ path, problem }) => ({ path: path.slice(folder.length), problem }));
  const byPath = new Map(files.map((file) => [file.path, file]));
  return { place: `${pack.place}/${folder}`, files, odd, file: (path) => byPath.get(path) ?? null };
}
