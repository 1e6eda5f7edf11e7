import { escapeSegment } from '../../json/json-pointer.js';
import type { Exchange } from '../exchange.js';
import { labelsIn } from './label.js';
import type { Redaction } from './redaction.js';

/**
 * Where an exchange and its lines of the redaction ledger disagree, as sentences: each label has one line, each line its label,
 * and a header that was left out is not there. Lines about rules are for who judges again.
 */
export function redactionProblems(exchange: Exchange, redactions: readonly Redaction[]): readonly string[] {
  const places = new Map<string, string[]>();
  collect(exchange, '', places);
  const problems: string[] = [];
  for (const { kind, label, pointer } of redactions) {
    if (label !== null) {
      if (!take(places, pointer, label)) problems.push(`the ledger says ${label} stands at ${pointer}, it does not`);
    } else if (kind === 'header' && pointerExists(exchange, pointer)) {
      problems.push(`the ledger says the header at ${pointer} was left out, it is there`);
    }
  }
  for (const [pointer, labels] of places) {
    for (const label of labels) problems.push(`${label} stands at ${pointer}, and no line of the ledger says why`);
  }
  return problems;
}

/** Labels by the JSON Pointer of the text, or of the member whose name holds them. */
function collect(value: unknown, pointer: string, places: Map<string, string[]>): void {
  const note = (text: string, at: string): void => {
    const labels = labelsIn(text);
    if (labels.length > 0) places.set(at, [...(places.get(at) ?? []), ...labels]);
  };
  if (typeof value === 'string') note(value, pointer);
  if (typeof value !== 'object' || value === null) return;
  for (const [name, member] of Object.entries(value)) {
    const inner = `${pointer}/${escapeSegment(name)}`;
    if (!Array.isArray(value)) note(name, inner);
    collect(member, inner, places);
  }
}

/** Takes a label from its place; a text that is JSON or a query has places of its own inside, which lie below the text's. */
function take(places: ReadonlyMap<string, string[]>, pointer: string, label: string): boolean {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const labels = places.get(at);
    const index = labels?.indexOf(label) ?? -1;
    if (index >= 0) {
      labels?.splice(index, 1);
      return true;
    }
  }
  return false;
}

function pointerExists(value: unknown, pointer: string): boolean {
  let inside: unknown = value;
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof inside !== 'object' || inside === null || !Object.hasOwn(inside, name)) return false;
    inside = (inside as Readonly<Record<string, unknown>>)[name];
  }
  return true;
}
