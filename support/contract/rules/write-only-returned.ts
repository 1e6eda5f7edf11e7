import type { Json } from '../../trace/exchange.js';
import { nestedJson } from '../../trace/nested-json.js';
import { cardDataPlace } from '../../card-data/card-data-places.js';
import { isObject, pointerOf, segmentsOf } from '../../json/json-pointer.js';
import { walkJson } from '../judge/walk-json.js';
import { describeValue } from '../../card-data/describe-value.js';
import type { Spot } from '../schema/schema-uses.js';
import type { Finding } from '../../judgement/finding.js';
import type { Standing } from '../document/places.js';
import { found, type JudgeRule } from './judge-rule.js';

const id = 'write-only-returned';

// The contract's own word: OpenAPI says that a write-only member must not be part of a response.
const standing: Standing = { provenance: 'documented', source: '', questions: [] };

/**
 * What is only ever sent to the platform (PIN, CVV, card number, tokens) does not come back, except card data in the places
 * of the table. A null, empty or masked value discloses nothing and is no finding here.
 */
export const writeOnlyReturned: JudgeRule = {
  id,
  title: 'Members that are only ever sent, such as a PIN, never come back.',
  part: 'response',
  check: (subject) => {
    const { body, operation, writeOnlyNames } = subject;
    // Hardly any answer has a member of such a name.
    let spots: ReadonlyMap<string, Spot> | null = null;
    const isDescribed = (pointer: string, name: string): boolean => {
      spots ??= new Map(subject.bodySpots().map((spot) => [spot.pointer, spot]));
      return describes(spots.get(ownerOf(pointer, name)), name);
    };
    const marked = new Set(
      subject
        .bodySpots()
        .filter(isMarked)
        .map(({ pointer }) => pointer),
    );
    const operationId = operation?.operationId ?? null;
    const findings: Finding[] = [];
    for (const { pointer, name, value } of subject.places('response')) {
      const named = name !== null && writeOnlyNames.has(name) && !isDescribed(pointer, name);
      const isSecret = named || (marked.size > 0 && marked.has(pointer));
      const open = isSecret && discloses(value) && cardDataPlace(operationId, 'response', name) === null;
      if (!open && !disclosesInside(value, writeOnlyNames)) continue;
      findings.push(
        subject.finding(id, {
          level: 'fail',
          expected: 'no such member in an answer: it is only ever sent',
          received: describeValue(value, false),
          where: `/response/body${pointer}`,
          contract: body?.check.pointer ?? '',
          standing,
        }),
      );
    }
    return found(findings);
  },
};

function isMarked({ uses }: Spot): boolean {
  return uses.some(({ schema }) => schema['writeOnly'] === true);
}

/** The object that holds the nearest member of a name on the way to a place; items stand under the name of their list. */
function ownerOf(pointer: string, name: string): string {
  const segments = segmentsOf(pointer);
  return pointerOf(...segments.slice(0, segments.lastIndexOf(name)));
}

/** True when the contract names the member there. That it leaves an object open to any member is no such word. */
function describes(owner: Spot | undefined, name: string): boolean {
  const uses = owner?.uses ?? [];
  return uses.some(({ schema }) => isObject(schema['properties']) && Object.hasOwn(schema['properties'], name));
}

function discloses(value: Json): boolean {
  return typeof value === 'string' ? !isMasked(value) : typeof value === 'number';
}

/** What hides a character: a star and its like, and an x beside another one. */
const maskSigns = /[*•●#]|[xX](?=[xX])|(?<=[xX])[xX]/gu;

/** Nothing stands in the open, or no more than what is hidden, or what may be seen of a card number (PCI DSS 3.4). */
function isMasked(value: string): boolean {
  if (/^\d{6,8}[^\p{L}\d]{4,}\d{4}$/u.test(value)) return true;
  const hidden = value.match(maskSigns)?.length ?? 0;
  const open = value.replace(maskSigns, '').match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return open === 0 || hidden >= open;
}

/** True for a text that is JSON, in which a member of such a name says something. */
function disclosesInside(value: Json, names: ReadonlySet<string>): boolean {
  const nested = typeof value === 'string' ? nestedJson(value) : null;
  if (nested === null) return false;
  return walkJson(nested).some(
    ({ name, value: inner }) => (name !== null && names.has(name) && discloses(inner)) || disclosesInside(inner, names),
  );
}
