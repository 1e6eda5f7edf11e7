import { createHash } from 'node:crypto';
import type { EvidenceFolder } from '../evidence-folder.js';
import { digestOf } from '../seal/manifest.js';
import { firstDifferentLine } from './compare-streams.js';
import { firstDifference } from './first-difference.js';
import { bytesOf, type OpenPack } from './open-pack.js';
import type { Difference } from './verification.js';

/** An evidence folder that writes nothing: it compares what is written to it with what a pack holds. */
export interface ComparingFolder extends EvidenceFolder {
  /** Where the pack holds something else. */
  readonly against: readonly Difference[];
  /** Paths of everything that was written. */
  readonly made: ReadonlySet<string>;
}

/** A folder that compares every file written to it with the pack's, byte by byte. Nothing touches the disk. */
export function comparingFolder(pack: OpenPack): ComparingFolder {
  const against: Difference[] = [];
  const made = new Set<string>();
  const note = (where: string, place: string | null): void => {
    if (place !== null) against.push({ where, problem: `it is not what the evidence gives: they differ at ${place}` });
  };
  /** True when the pack has the file, so that it can be compared. */
  const begin = (path: string): boolean => {
    if (made.has(path)) against.push({ where: path, problem: 'two views make it' });
    made.add(path);
    const there = pack.file(path) !== null;
    if (!there) against.push({ where: path, problem: 'it is missing: the evidence gives such a file' });
    return there;
  };
  return {
    root: pack.place,
    against,
    made,
    write: async (path, content) => {
      if (begin(path)) note(path, await differenceFrom(pack, path, content));
    },
    writeStream: async (path, pieces) => {
      const file = begin(path) ? pack.file(path) : null;
      const line = file === null ? null : await firstDifferentLine(file.open(), pieces);
      note(path, line === null ? null : `line ${line}`);
    },
    replaceFolder: async (path, fill) => {
      // Thousands of small files: their digests are kept, never their contents.
      const digests = new Map<string, string>();
      await fill({ write: (name, content) => void digests.set(`${path}/${name}`, sha256(content)) });
      for (const [file, digest] of digests) {
        const there = begin(file) ? pack.file(file) : null;
        if (there !== null && (await digestOf(there)).sha256 !== digest) note(file, 'some place');
      }
    },
  };
}

async function differenceFrom(pack: OpenPack, path: string, content: string): Promise<string | null> {
  const recorded = await bytesOf(pack, path);
  if (recorded.equals(Buffer.from(content, 'utf8'))) return null;
  return firstDifference(recorded.toString('utf8'), content);
}

function sha256(content: string): string {
  return createHash('sha256').update(content, 'utf8').digest('hex');
}
