import type { Json } from '../../../trace/exchange.js';
import { keywordReadings, typeWord } from '../expected/keyword-readings.js';
import type { Place } from '../expected/place.js';
import { replaced } from './member-kinds.js';
import type { WireKind } from './wire-kind.js';

/** A keyword with the values that lie beyond it; the first that breaks it is taken. */
interface Bound {
  readonly kind: string;
  readonly title: string;
  readonly keyword: string;
  readonly values: (rule: unknown, place: Place) => readonly Json[];
  /** True where the values lie inside the bound on purpose. */
  readonly within?: true;
}

const letters = (count: number): readonly Json[] => (count < 0 ? [] : ['x'.repeat(count)]);
const nonsense: readonly Json[] = ['~', 'not a value', ''];

const bounds: readonly Bound[] = [
  {
    kind: 'value-outside-enum',
    title: 'An enumerated member has a value that the contract does not list.',
    keyword: 'enum',
    values: (_rule, { value }) => (typeof value === 'string' ? ['unlisted'] : [97]),
  },
  {
    kind: 'constant-changed',
    title: 'A constant member has another value of its type.',
    keyword: 'const',
    values: () => ['changed'],
  },
  { kind: 'below-minimum', title: 'A number is too small.', keyword: 'minimum', values: (rule) => [Number(rule) - 1] },
  { kind: 'above-maximum', title: 'A number is too large.', keyword: 'maximum', values: (rule) => [Number(rule) + 1] },
  {
    kind: 'at-minimum',
    title: 'A number is the smallest allowed.',
    keyword: 'minimum',
    values: (rule) => [Number(rule)],
    within: true,
  },
  {
    kind: 'at-maximum',
    title: 'A number is the largest allowed.',
    keyword: 'maximum',
    values: (rule) => [Number(rule)],
    within: true,
  },
  {
    kind: 'too-short',
    title: 'A text is too short.',
    keyword: 'minLength',
    values: (rule) => letters(Number(rule) - 1),
  },
  { kind: 'too-long', title: 'A text is too long.', keyword: 'maxLength', values: (rule) => letters(Number(rule) + 1) },
  { kind: 'pattern-broken', title: 'A text has another form.', keyword: 'pattern', values: () => nonsense },
  { kind: 'format-broken', title: 'A text has another format.', keyword: 'format', values: () => nonsense },
];

/** Mutants of values that keep their JSON type: outside an enumeration, beyond or at a limit, of another form. */
export const valueKinds: readonly WireKind[] = bounds.map((bound) => ({
  ...{ kind: bound.kind, title: bound.title, noticedBy: 'judge' },
  plant: ({ places }) => places.flatMap((place) => replaced(place, valueFor(bound, place))),
}));

function valueFor({ keyword, values, within }: Bound, place: Place): Json | undefined {
  const keeps = keywordReadings(keyword);
  const rules = place.statements.map(({ schema }) => schema[keyword]).filter((rule) => rule !== undefined);
  const candidates = rules.flatMap((rule) => values(rule, place).map((value) => ({ rule, value })));
  // A null in its place says nothing about a text or a number.
  if (keeps === null || typeWord(place.value) === 'null') return undefined;
  return candidates.find(({ rule, value }) => keeps(rule, value) === (within === true))?.value;
}
