import { segmentsOf, valueAt, type JsonObject } from '../../../json/json-pointer.js';
import type { RawChange } from '../comparison.js';
import type { PlainDocument } from './plain-document.js';

/** A change of nothing but the writing, and nowhere used: what it means is the same. */
interface OtherWriting {
  readonly change: RawChange;
  readonly uses: readonly [];
}

/** The places that both documents have and write in another way that means the same, where nothing else changed. */
export function otherWritings(
  old: JsonObject,
  next: JsonObject,
  plain: { readonly old: PlainDocument; readonly new: PlainDocument },
  told: readonly { readonly oldAt: string; readonly newAt: string }[],
): readonly OtherWriting[] {
  const places = new Set([...plain.old.writings.keys(), ...plain.new.writings.keys()]);
  return [...places].flatMap((at) => {
    const [before, after] = [plain.old, plain.new].map(({ writings }) => writings.get(at) ?? 'plainly');
    if (before === after || told.some(({ oldAt, newAt }) => isIn(oldAt, at) || isIn(newAt, at))) return [];
    const values = { old: valueAt(old, at), new: valueAt(next, at) };
    if (values.old === undefined || values.new === undefined) return [];
    const pair = { ...values, oldAt: at, newAt: at, place: placeOf(at) };
    return [{ change: { rule: 'writing-changed', pair, key: '', before, after }, uses: [] }];
  });
}

function isIn(inner: string, outer: string): boolean {
  return inner === outer || inner.startsWith(`${outer}/`);
}

function placeOf(pointer: string): string {
  const [first, ...rest] = segmentsOf(pointer);
  return first === 'components' ? rest.join(' ').replace(' ', '/') : segmentsOf(pointer).join(' ');
}
