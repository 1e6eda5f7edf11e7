import { errorsOf } from '../messages/coded-error.js';
import { evidenceMessages } from '../messages/evidence-messages.js';
import { shapeProblem, type EvidenceSchemaName } from '../config/evidence-schema.js';
import type { EvidenceFolder } from './evidence-folder.js';

const evidenceError = errorsOf(evidenceMessages, 'harnessError');

/** A JSON artefact with one list that grows with the run. */
export interface LongJson<T> {
  readonly schema: EvidenceSchemaName;
  /** The artefact around some items of its list. */
  readonly around: (items: readonly T[]) => unknown;
  /** Every item, made as it is taken. */
  readonly items: Iterable<T>;
}

/**
 * Writes a JSON artefact item by item, with the bytes that `writeJson` gives the whole: neither the list nor its text ever lies in
 * memory. Throws EVD-102 rather than write another shape; each item is checked in the artefact it belongs to.
 */
export async function writeLongJson<T>(folder: EvidenceFolder, file: string, artefact: LongJson<T>): Promise<void> {
  await folder.writeStream(file, piecesOf(file, artefact));
}

function* piecesOf<T>(file: string, { schema, around, items }: LongJson<T>): Generator<string> {
  const checked = (some: readonly T[]): unknown => {
    const content = around(some);
    const problem = shapeProblem(schema, content);
    if (problem !== null) throw evidenceError('EVD-102', { file, ...problem });
    return content;
  };
  const empty = `${JSON.stringify(checked([]), null, 2)}\n`;
  const parts = aroundItem(around);
  let before = parts.before;
  for (const item of items) {
    checked([item]);
    yield `${before}${JSON.stringify(item, null, 2).replaceAll('\n', `\n${parts.indent}`)}`;
    before = `,\n${parts.indent}`;
  }
  yield before === parts.before ? empty : parts.after;
}

/** The text around the items, with the white space that stands before each. */
function aroundItem<T>(around: LongJson<T>['around']) {
  const place = 'here stands an item of the list';
  const text = `${JSON.stringify(around([place as T]), null, 2)}\n`;
  const [before, after, ...more] = text.split(`"${place}"`);
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error('the list has no place of its own');
  return { before, after, indent: /[ ]*$/.exec(before)?.[0] ?? '' };
}
