import { CodedError } from '../../messages/coded-error.js';
import { digestOf, isListed, manifestFiles, type Manifest, type ManifestEntry } from '../seal/manifest.js';
import { attestationFiles } from '../seal/seal-pack.js';
import type { PackFile } from '../pack-files.js';
import type { OpenPack } from './open-pack.js';
import type { Difference } from './verification.js';

const unlisted: ReadonlySet<string> = new Set<string>([
  ...Object.values(manifestFiles),
  ...Object.values(attestationFiles),
]);

/** Files that are missing, were added, or are no files; and a zip whose folder has the name of another run. */
export function fileSetDifferences(pack: OpenPack, { runId, files }: Manifest): Difference[] {
  const listed = new Set(files.map(({ path }) => path));
  const { top = runId } = pack;
  return [
    ...(top === runId
      ? []
      : [{ where: `${top}/`, problem: `the folder of the zip is not named ${runId}, as its run` }]),
    ...pack.odd.map(({ path, problem }) => ({ where: path, problem })),
    ...(listed.size === files.length ? [] : [{ where: manifestFiles.json, problem: 'it lists a file twice' }]),
    ...files
      .filter(({ path }) => !isListed(path))
      .map(({ path }) => ({ where: path, problem: 'the manifest may not list it' })),
    ...files
      .filter(({ path }) => pack.file(path) === null)
      .map(({ path }) => ({ where: path, problem: 'it is missing: the manifest lists it' })),
    ...pack.files
      .filter(({ path }) => !listed.has(path) && !unlisted.has(path))
      .map(({ path }) => ({ where: path, problem: 'it was added: the manifest does not list it' })),
  ];
}

/** Files whose content is not what the manifest says. */
export async function digestDifferences(pack: OpenPack, { files }: Manifest): Promise<Difference[]> {
  const found: Difference[] = [];
  for (const entry of files) {
    const file = pack.file(entry.path);
    const problem = file === null ? null : await contentProblem(file, entry);
    if (problem !== null) found.push({ where: entry.path, problem });
  }
  return found;
}

async function contentProblem(file: PackFile, expected: ManifestEntry): Promise<string | null> {
  try {
    const { sha256, bytes } = await digestOf(file);
    if (bytes !== expected.bytes) return `it was altered: ${expected.bytes} bytes expected, ${bytes} are there`;
    return sha256 === expected.sha256
      ? null
      : `it was altered: SHA-256 ${expected.sha256} expected, ${sha256} is there`;
  } catch (cause) {
    if (cause instanceof CodedError) return cause.message;
    throw cause;
  }
}
