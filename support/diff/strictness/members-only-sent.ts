import type { RuleChange } from '../../contract/contract-changes.js';
import { walkDocument } from '../../contract/document/document-walk.js';
import { segmentsOf, type JsonObject } from '../../json/json-pointer.js';

/**
 * Names that the judge refuses in every answer, because somewhere in the contract a member of that name is only ever sent. It reads
 * them by name, whatever refers to them: one that is gone, or that is described in one place more, is found by no comparison of places.
 */
export function membersNoLongerOnlySent(
  old: JsonObject,
  next: JsonObject,
): readonly Pick<RuleChange, 'words' | 'published' | 'judged' | 'at'>[] {
  const [before, after] = [describedMembers(old), describedMembers(next)];
  return [...before].flatMap(([name, was]) => {
    if (was.onlySent === null) return [];
    const is = after.get(name) ?? { onlySent: null, others: 0 };
    if (is.onlySent !== null && is.others <= was.others) return [];
    const places = (count: number) => `may be described for answers in ${String(count)} other places`;
    const gone = is.onlySent === null;
    return [
      {
        words: `members named ${name} ${gone ? 'are nowhere only sent any more' : 'are described in more places where they are not only sent'}`,
        published: gone ? 'only ever sent, refused in answers' : places(was.others),
        judged: gone ? null : places(is.others),
        at: { published: was.onlySent, judged: is.onlySent ?? was.onlySent },
      },
    ];
  });
}

interface Described {
  /** Pointer of the first place that is only ever sent; null for none. */
  readonly onlySent: string | null;
  /** Places that are not. */
  readonly others: number;
}

function describedMembers(document: JsonObject): ReadonlyMap<string, Described> {
  const found = new Map<string, Described>();
  walkDocument(document, ({ kind, value, pointer }) => {
    const [holder, name] = segmentsOf(pointer).slice(-2);
    if (kind !== 'schema' || holder !== 'properties' || name === undefined) return;
    const { onlySent, others } = found.get(name) ?? { onlySent: null, others: 0 };
    const sent = value['writeOnly'] === true;
    found.set(name, { onlySent: onlySent ?? (sent ? pointer : null), others: others + (sent ? 0 : 1) });
  });
  return found;
}
