import type { Body, Json } from '../../trace/exchange.js';
import { cardDataPlace, type CardDataPlace } from '../../card-data/card-data-places.js';
import { hasCardNumber } from '../../card-data/card-number.js';
import { partsOfCardNumber } from '../../card-data/card-number-in-parts.js';
import type { Finding } from '../../judgement/finding.js';
import { pointerOf } from '../../json/json-pointer.js';
import type { Subject } from '../judge/subject.js';
import { found, type JudgeRule } from './judge-rule.js';

const id = 'card-number-anywhere';

/**
 * A full card number appears nowhere in bodies and headers, in one piece, in groups or in parts, whatever the member is called, except in the places of the card
 * data table. Source: reference/post_cards-virtual-cardholderid (only the issuing call shows it).
 */
export const cardNumberAnywhere: JudgeRule = {
  id,
  title: 'No full card number appears outside the few places where the contract lets one travel.',
  part: 'exchange',
  check: (subject) => {
    const { request, response } = subject.exchange;
    const sides = [
      { side: 'request' as const, message: request },
      ...(response === null ? [] : [{ side: 'response' as const, message: response }]),
    ];
    return found(
      sides.flatMap(({ side, message }) =>
        [...inHeaders(message.headers), ...inBody(subject, side, message.body)].map((where) =>
          cardNumberAt(subject, `/${side}${where}`),
        ),
      ),
    );
  },
};

function inHeaders(headers: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(headers)
    .filter((name) => hasCardNumber(name) || hasCardNumber(headers[name] ?? ''))
    .map((name) => pointerOf('headers', name));
}

function inBody(subject: Subject, side: CardDataPlace['side'], body: Body): readonly string[] {
  if (body.kind === 'none') return [];
  if (body.kind === 'text') return hasCardNumber(body.text) ? ['/body'] : [];
  const operationId = subject.operation?.operationId ?? null;
  const places: string[] = [];
  for (const { pointer, name, member, value } of subject.places(side)) {
    const text = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
    const inValue = hasCardNumber(text) && cardDataPlace(operationId, side, name)?.kind !== 'pan';
    if (inValue || (member !== null && hasCardNumber(member)) || inParts(value)) places.push(`/body${pointer}`);
  }
  return places;
}

/** Neighbours that are named as parts of a number make one together. */
function inParts(value: Json): boolean {
  return typeof value === 'object' && value !== null && partsOfCardNumber(value, () => false).size > 0;
}

function cardNumberAt(subject: Subject, where: string): Finding {
  return subject.finding(id, {
    level: 'fail',
    expected: 'no full card number',
    received: 'a full card number',
    where,
    contract: '',
    standing: { provenance: 'documented', source: 'reference/post_cards-virtual-cardholderid', questions: [] },
  });
}
