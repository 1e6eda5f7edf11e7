import { isObject, pointerOf } from '../../../json/json-pointer.js';
import type { Body, Json } from '../../../trace/exchange.js';

/** A body as it travels; members it is to name twice come twice with the same value. */
export function bodyText(body: Body): string {
  switch (body.kind) {
    case 'none':
      return '';
    case 'text':
      return body.text;
    case 'json':
      return jsonText(body.value, new Set(body.duplicateKeys), '');
  }
}

function jsonText(value: Json, doubled: ReadonlySet<string>, pointer: string): string {
  if (Array.isArray(value)) {
    const items = (value as readonly Json[]).map((item, index) => jsonText(item, doubled, pointer + pointerOf(index)));
    return `[${items.join()}]`;
  }
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.entries(value as Readonly<Record<string, Json>>).flatMap(([name, member]) => {
    const place = pointer + pointerOf(name);
    const text = `${JSON.stringify(name)}:${jsonText(member, doubled, place)}`;
    return doubled.has(place) ? [text, text] : [text];
  });
  return `{${members.join()}}`;
}
