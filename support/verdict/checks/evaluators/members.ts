import type { Json } from '../../../trace/exchange.js';
import { answered, at, inWords, isAccepted, isSilent, numberMember, record } from '../answer.js';
import { hostedLink } from '../hosted-link.js';
import { forEvery, inReading, last, undetermined, verdictOf, type Evaluate } from '../evaluate.js';

/** Every accepted answer carries these members with a value; a refused one violates. */
export function carries(...pointers: readonly string[]): Evaluate {
  const expected = `an answer with ${pointers.map((pointer) => pointer.slice(1)).join(', ')}`;
  return forEvery((exchange) => {
    if (isSilent(exchange)) return undetermined(expected, inWords(exchange));
    if (!isAccepted(exchange)) return verdictOf(false, expected, inWords(exchange));
    const missing = pointers.filter((pointer) => isEmpty(at(answered(exchange), pointer)));
    const received = missing.length === 0 ? 'all of them' : `without ${missing.map((p) => p.slice(1)).join(', ')}`;
    return verdictOf(missing.length === 0, expected, received);
  });
}

function isEmpty(value: Json | undefined): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** The last read shows this number under the member. */
export function reads(member: string, value: number, word: string): Evaluate {
  return (evidence) => compareNumber(evidence, member, value, `${member} ${String(value)} (${word})`);
}

/** A value that a legal reading of an open question allows. */
export interface AllowedValue {
  readonly value: number;
  readonly word: string;
  readonly reading: string;
  /** True where the vendor's matrix says otherwise. */
  readonly unusual: boolean;
}

/** The last read shows one of the numbers that the readings of a question allow under the member. */
export function readsAsOneOf(member: string, question: string, allowed: readonly AllowedValue[]): Evaluate {
  const expected = allowed.map(({ value, word }) => `${member} ${String(value)} (${word})`).join(' or ');
  return (evidence) => {
    const exchange = last(evidence);
    const seen = exchange === undefined ? undefined : numberMember(exchange, member);
    const found = allowed.find(({ value }) => value === seen);
    if (found === undefined) return compareNumber(evidence, member, Number.NaN, expected);
    const finding = verdictOf(true, expected, `${member} ${String(found.value)} (${found.word})`);
    return inReading(finding, question, found.reading, found.unusual);
  };
}

function compareNumber(evidence: Parameters<Evaluate>[0], member: string, value: number, expected: string) {
  const exchange = last(evidence);
  if (exchange?.response === null || exchange === undefined) return undetermined(expected, inWords(exchange));
  const received = numberMember(exchange, member);
  if (received === undefined) return undetermined(expected, `${inWords(exchange)} without a number ${member}`);
  return verdictOf(received === value, expected, `${member} ${String(received)}`);
}

/** Members that change by themselves and say nothing about an edit. */
const volatile: ReadonlySet<string> = new Set(['dateLastModified', 'status', 'applicationLink']);

/** The first and the last read show the same record, apart from members that move by themselves. */
export const sameRecord: Evaluate = ({ exchanges }) => {
  const [first, final] = [exchanges[0], exchanges.at(-1)];
  const expected = 'the same record before and after';
  if (first === undefined || final === undefined || exchanges.length < 2)
    return undetermined(expected, 'one read only');
  const [before, after] = [record(first), record(final)];
  if (before === undefined || after === undefined) return undetermined(expected, 'a read without a record');
  const changed = changedMembers(before, after);
  return verdictOf(changed.length === 0, expected, changed.length === 0 ? expected : `changed: ${changed.join(', ')}`);
};

function changedMembers(before: Json, after: Json): readonly string[] {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...names].filter(
    (name) => !volatile.has(name) && JSON.stringify(at(before, `/${name}`)) !== JSON.stringify(at(after, `/${name}`)),
  );
}

/** The first and the last answer carry different links to the hosted identity check. */
export const linkDiffers: Evaluate = ({ exchanges }) => {
  const links = exchanges.map(hostedLink).filter((link) => link !== undefined);
  const expected = 'two different links';
  if (links.length < 2) return undetermined(expected, `${String(links.length)} link(s)`);
  const same = links[0] === links.at(-1);
  return verdictOf(!same, expected, same ? 'the same link' : expected);
};
