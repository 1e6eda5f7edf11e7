import type { FileMark } from '../../trace/file-mark.js';
import { packFilesIn } from '../pack-files.js';
import { digestOf } from '../seal/manifest.js';

/** What the files below a part of a run's folder (`plan/`) hold, in the order of their paths. */
export async function marksIn(root: string, part: string): Promise<readonly FileMark[]> {
  const { files } = await packFilesIn(root);
  const marks: FileMark[] = [];
  for (const file of files.filter(({ path }) => path.startsWith(part))) {
    const { path, bytes, sha256 } = await digestOf(file);
    marks.push({ file: path, bytes, sha256 });
  }
  return marks;
}
