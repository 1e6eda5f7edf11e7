import type { Exchange } from '../../trace/exchange.js';
import type { Check, CheckEvidence, CheckRecord } from '../../verdict/check.js';
import type { Alteration, Sight } from '../measure/sight.js';
import { readPlaces, type ReadPlaces } from './read-places.js';

/** Exchanges of a scenario with what they say about targets, by id. */
export type SeenExchanges = ReadonlyMap<string, { readonly exchange: Exchange; readonly sights: readonly Sight[] }>;

/**
 * Marks the targets that the met checks of a scenario look at. A check looks at a target when it is no longer met once the
 * answer does otherwise in that one respect; every other place could change and nobody would notice.
 */
export function assertByChecks(
  records: readonly CheckRecord[],
  seen: SeenExchanges,
  checks: ReadonlyMap<string, Check>,
): void {
  for (const record of records) {
    const check = checks.get(record.check);
    const own = record.exchangeIds.flatMap((id) => seen.get(id) ?? []);
    if (check === undefined || record.outcome !== 'met' || own.length < record.exchangeIds.length) continue;
    assertByCheck(check, { exchanges: own.map(({ exchange }) => exchange), arguments: record.arguments }, own);
  }
}

function assertByCheck(
  check: Check,
  evidence: CheckEvidence,
  own: readonly { readonly exchange: Exchange; readonly sights: readonly Sight[] }[],
): void {
  if (own.every(({ sights }) => sights.every(({ tally }) => tally.asserted))) return;
  if (check.evaluate(evidence).outcome !== 'met') return;
  const places = readPlaces(check, evidence);
  for (const [index, { sights }] of own.entries()) {
    const noticed = new Map<string, boolean>();
    for (const { tally, alteration } of sights) {
      if (tally.asserted || alteration === null || !mayMatter(alteration, index, places)) continue;
      const known = noticed.get(alteration.key);
      const notices = known ?? isNoticed(check, evidence, index, alteration);
      if (known === undefined) noticed.set(alteration.key, notices);
      if (notices) tally.asserted = true;
    }
  }
}

function mayMatter({ reads }: Alteration, index: number, places: ReadPlaces): boolean {
  return reads === null || places.has(index, reads);
}

function isNoticed(check: Check, evidence: CheckEvidence, index: number, { apply }: Alteration): boolean {
  const original = evidence.exchanges[index];
  if (original === undefined) return false;
  return apply(original).some((altered) => {
    const exchanges = evidence.exchanges.map((exchange, place) => (place === index ? altered : exchange));
    return isLost(check, { ...evidence, exchanges });
  });
}

function isLost(check: Check, evidence: CheckEvidence): boolean {
  try {
    return check.evaluate(evidence).outcome !== 'met';
  } catch {
    // Evidence that a check cannot even take is no word of that check: it asserts nothing.
    return false;
  }
}
