import type { ApiRecord } from '../facts/data-set.js';
import type { MoneyFacts } from '../facts/facts-collector.js';

/**
 * True for a record that was made before the run first looked at any of its accounts, by the target's own clock: its effect
 * is in their opening balances. A record of an account that came into being during the run is never from before.
 */
export function isBeforeRun({ holders, createdSeconds }: ApiRecord, { openings, readings }: MoneyFacts): boolean {
  if (createdSeconds === null || holders.some((holder) => openings.has(holder))) return false;
  const first = readings.find(({ holder }) => holders.includes(holder));
  const firstSeconds = first?.seen.targetSeconds ?? null;
  return firstSeconds !== null && createdSeconds < firstSeconds;
}
