import type { Waiver } from '../../config/profile.js';

/** Days a waiver may last from the beginning of a run: one for ever would be a change of the rule, which nobody gave. */
const longestTermDays = 366;

const dayMs = 24 * 60 * 60 * 1000;

/** The last day (ISO 8601, UTC) that a waiver may name in a run that begins at this instant. */
export function lastDayOfTerm(startedAt: string): string {
  return new Date(Date.parse(startedAt) + longestTermDays * dayMs).toISOString().slice(0, 10);
}

/** Why a waiver lasts too long for a run that began at this instant, or null when it does not. */
export function whyTooLong({ expires }: Pick<Waiver, 'expires'>, startedAt: string): string | null {
  const last = lastDayOfTerm(startedAt);
  return expires <= last ? null : `it lasts beyond ${last}, ${longestTermDays} days after the run began`;
}
