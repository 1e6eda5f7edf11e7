import type { Exchange, Json } from '../trace/exchange.js';
import type { Observation } from './observation.js';
import { jsonTypeOf, operationsOf, type Probe, type ProbeBy, type ProbeCondition } from './open-question.js';
import { valuesAt, type PointedAt } from './pointer-values.js';

/** Longest text of a value that is an answer by itself. */
const longest = 60;

/** Who is turned away for who they are, whatever they ask for: that is an answer only to a question about them. */
const strangers: ReadonlySet<string> = new Set(['no-certificate', 'unknown-issuer', 'no-key', 'wrong-key']);

/** A key that names a reading, and the value as the register shows it. */
interface Keyed {
  readonly key: string;
  readonly shown: string;
}

/** What one exchange says to a probe: one observation per reading and value, none where it does not speak to it. */
export function probeExchange(probe: Probe, exchange: Exchange): readonly Observation[] {
  const { operationId } = exchange;
  const operations = operationsOf(probe);
  if (operationId === null || !(operations === null || operations.includes(operationId))) return [];
  if (strangers.has(exchange.identity) && !(probe.when ?? []).some(({ pointer }) => pointer === '/identity')) return [];
  if (!statusFits(probe.condition, exchange) || !(probe.when ?? []).every((fact) => holds(fact, exchange))) return [];
  const seen = keysOf(probe, valuesAt(exchange, probe.pointer, probe.exact)).flatMap(({ key, shown }) => {
    const reading = probe.map?.[key] ?? probe.map?.['*'];
    if (reading === undefined && probe.by !== 'itself') return [];
    return [{ reading: reading ?? null, value: shown }];
  });
  const distinct = new Map(seen.map((each) => [`${String(each.reading)} ${each.value}`, each]));
  return [...distinct.values()].map((each) => ({
    ...each,
    facet: probe.facet ?? '',
    exchangeIds: [exchange.id],
    operations: [operationId],
  }));
}

function statusFits(condition: string, { response }: Exchange): boolean {
  if (response === null) return false;
  if (condition === 'any') return true;
  return condition.endsWith('XX')
    ? String(response.status).startsWith(condition.slice(0, 1))
    : String(response.status) === condition;
}

function holds(fact: ProbeCondition, exchange: Exchange): boolean {
  const { values } = valuesAt(exchange, fact.pointer);
  if ('present' in fact) return values.some((value) => value !== null) === fact.present;
  return values.includes(fact.equals);
}

function keysOf({ by, map = {} }: Probe, pointed: PointedAt): readonly Keyed[] {
  return readers[by](pointed, Object.keys(map));
}

const readers: Readonly<Record<ProbeBy, (pointed: PointedAt, keys: readonly string[]) => readonly Keyed[]>> = {
  value: ({ values }) => values.map(plain),
  itself: ({ values }) => values.map(plain),
  type: ({ values, known }) =>
    values.length > 0 ? values.map((value) => same(jsonTypeOf(value))) : known ? [same('absent')] : [],
  presence: ({ values, known }) => (known ? [same(values.length > 0 ? 'present' : 'absent')] : []),
  form: ({ values }, patterns) =>
    values.map((value) => {
      const { shown } = plain(value);
      const pattern = patterns.find((each) => each !== '*' && new RegExp(each, 'u').test(shown));
      return { key: pattern ?? '*', shown: inForm(shown) };
    }),
};

function same(key: string): Keyed {
  return { key, shown: key };
}

function plain(value: Json): Keyed {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return { key: text, shown: text.length > longest ? `${text.slice(0, longest)}...` : text };
}

/** A text with every run of digits as one 9, so that all texts of one form count together. */
function inForm(text: string): string {
  return text.replaceAll(/\d+/g, '9');
}
