import type { FileMark } from '../../trace/file-mark.js';
import { digestOf } from '../seal/manifest.js';
import type { OpenPack } from '../verify/open-pack.js';
import type { Difference } from '../verify/verification.js';

/** Everything below this folder is frozen by the first line of the journal. */
export const planFolder = 'plan/';

/** Where the frozen plan is no longer what the first line of the journal says. */
export async function planDifferences(pack: OpenPack, marks: readonly FileMark[]): Promise<readonly Difference[]> {
  const bound = new Map(marks.map((mark) => [mark.file, mark]));
  const against: Difference[] = [];
  for (const file of pack.files.filter(({ path }) => path.startsWith(planFolder))) {
    const mark = bound.get(file.path);
    const { sha256 } = await digestOf(file);
    if (mark === undefined) against.push({ where: file.path, problem: 'it was added after the plan was frozen' });
    else if (sha256 !== mark.sha256)
      against.push({ where: file.path, problem: 'it was changed after the plan was frozen' });
    bound.delete(file.path);
  }
  return [...against, ...[...bound.keys()].map((path) => ({ where: path, problem: 'it is missing: it was frozen' }))];
}
