import { linesOf } from '../lines-of.js';
import type { PackFile } from '../pack-files.js';
import { bytesOf, type OpenPack } from './open-pack.js';
import { isRecordedPlace } from './recorded-places.js';
import type { Difference } from './verification.js';

/** Places of one file that are listed; the rest would say the same. */
const longest = 20;

const problem =
  'it is not written as axys-certify writes it: a member that comes twice, for one, is read by people as the first and by programs as the last';

/** A copy of a view, which has a form of its own; whoever compares with it reads it by its schema. */
const inAnotherForm: ReadonlySet<string> = new Set(['plan/baseline/coverage.json']);

/**
 * Where a recorded text is JSON in a form that our own writer never gives it. Views are compared byte by byte instead; what is no JSON at
 * all is named by those who read it.
 */
export async function plainJsonDifferences(pack: OpenPack): Promise<Difference[]> {
  const found: Difference[] = [];
  for (const file of pack.files.filter(({ path }) => isRecordedPlace(path) && !inAnotherForm.has(path))) {
    if (file.path.endsWith('.ndjson')) found.push(...(await lineDifferences(file)));
    else if (file.path.endsWith('.json') && !(await isPlain(pack, file.path)))
      found.push({ where: file.path, problem });
  }
  return found;
}

async function lineDifferences(file: PackFile): Promise<Difference[]> {
  const found: Difference[] = [];
  for await (const { number, bytes } of linesOf(file)) {
    const forms = bytes.length === 0 ? [] : formsOf(bytes, [0]);
    if (forms.length > 0 && !forms.some((form) => bytes.equals(Buffer.from(form)))) found.push({ where: `${file.path} line ${number}`, problem }); // prettier-ignore
    if (found.length >= longest) break;
  }
  return found;
}

async function isPlain(pack: OpenPack, path: string): Promise<boolean> {
  const bytes = await bytesOf(pack, path);
  const forms = formsOf(bytes, [2, 0]);
  return (
    forms.length === 0 || forms.some((form) => [form, `${form}\n`].some((text) => bytes.equals(Buffer.from(text))))
  );
}

/** A text as our writers give it, indented by as many spaces; none for what is no JSON. */
function formsOf(bytes: Buffer, indents: readonly number[]): readonly string[] {
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch {
    // Its reader says that it is no JSON.
    return [];
  }
  return indents.map((indent) => JSON.stringify(value, null, indent));
}
