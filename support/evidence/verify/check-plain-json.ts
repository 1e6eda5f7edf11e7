import { linesOf } from '../lines-of.js';
import type { PackFile } from '../pack-files.js';
import { bytesOf, type OpenPack } from './open-pack.js';
import { isRecordedPlace } from './recorded-places.js';
import type { Difference } from './verification.js';

/** Places of one file that are listed; the rest would say the same. */
const longest = 20;

/** What is said of a text whose JSON our own writer never gives that form. */
export const notPlain =
  'it is not written as axys-certify writes it: a member that comes twice, for one, is read by people as the first and by programs as the last';

/** A copy of a view, which has a form of its own; whoever compares with it reads it by its schema. */
const inAnotherForm: ReadonlySet<string> = new Set(['plan/baseline/coverage.json']);

/** True for a line of a stream that reads as this value and is written as our own writer writes it. */
export function isPlainLine(bytes: Buffer, value: unknown): boolean {
  return bytes.equals(Buffer.from(JSON.stringify(value)));
}

/**
 * Where a recorded text is JSON in a form that our own writer never gives it, but for streams whose lines somebody else reads (`read`)
 * and holds to the same. Views are compared byte by byte instead; what is no JSON at all is named by those who read it.
 */
export async function plainJsonDifferences(pack: OpenPack, read: ReadonlySet<string>): Promise<Difference[]> {
  const found: Difference[] = [];
  const recorded = pack.files.filter(({ path }) => isRecordedPlace(path) && !inAnotherForm.has(path));
  for (const file of recorded.filter(({ path }) => !read.has(path))) {
    if (file.path.endsWith('.ndjson')) found.push(...(await lineDifferences(file)));
    else if (file.path.endsWith('.json') && !(await isPlain(pack, file.path)))
      found.push({ where: file.path, problem: notPlain });
  }
  return found;
}

async function lineDifferences(file: PackFile): Promise<Difference[]> {
  const found: Difference[] = [];
  for await (const { number, bytes } of linesOf(file)) {
    const parsed = bytes.length === 0 ? null : parsedOf(bytes);
    if (parsed !== null && !isPlainLine(bytes, parsed.value))
      found.push({ where: `${file.path} line ${number}`, problem: notPlain });
    if (found.length >= longest) break;
  }
  return found;
}

async function isPlain(pack: OpenPack, path: string): Promise<boolean> {
  const bytes = await bytesOf(pack, path);
  const parsed = parsedOf(bytes);
  if (parsed === null) return true;
  const forms = [2, 0].map((indent) => JSON.stringify(parsed.value, null, indent));
  return forms.some((form) => [form, `${form}\n`].some((text) => bytes.equals(Buffer.from(text))));
}

/** Null for what is no JSON. */
function parsedOf(bytes: Buffer): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(bytes.toString('utf8')) };
  } catch {
    // Its reader says that it is no JSON.
    return null;
  }
}
