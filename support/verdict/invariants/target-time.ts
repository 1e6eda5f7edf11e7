import type { Exchange, Json } from '../../trace/exchange.js';

/** ISO 8601, with a space for the T and without a zone too; a date alone is its first second. */
const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?))?(Z|[+-]\d{2}:?\d{2})?$/;

/** Seconds and milliseconds of this and the last century, by their number of digits. */
const digits: readonly { readonly form: RegExp; readonly unit: number }[] = [
  { form: /^\d{9,11}$/, unit: 1 },
  { form: /^\d{12,14}$/, unit: 1000 },
];

/**
 * A time an answer shows, in Unix seconds; undefined for a form that is not known. The format is open (O-14). A time without
 * a zone is read as UTC: whoever compares it has to allow for the difference.
 */
export function shownTime(value: Json | undefined): number | undefined {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const unit = digits.find(({ form }) => form.test(text))?.unit;
  if (unit !== undefined) return Number(text) / unit;
  const [, date, time, zone] = iso.exec(text) ?? [];
  if (date === undefined) return undefined;
  const parsed = Date.parse(`${date}T${time ?? '00:00'}${zone?.replace(/(\d{2}):?(\d{2})$/, '$1:$2') ?? 'Z'}`);
  return Number.isNaN(parsed) ? undefined : parsed / 1000;
}

/** What the target's own clock said when it answered, in Unix seconds; undefined without a Date header. */
export function answeredAt({ response }: Exchange): number | undefined {
  const parsed = Date.parse(response?.headers['date'] ?? '');
  return Number.isNaN(parsed) ? undefined : parsed / 1000;
}

/** How far two clocks of one platform may be apart, and a time without its zone from UTC: a day and an hour. */
export const toleratedSeconds = 25 * 3600;
