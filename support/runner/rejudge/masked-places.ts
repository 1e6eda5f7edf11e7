import type { Redaction } from '../../trace/mask/redaction.js';

/** Tells whether something was masked at, above or below a place where the judge may find something. */
export function maskedPlaces(redactions: readonly Redaction[]): (where: string) => boolean {
  const places = redactions.filter(({ kind }) => kind !== 'rule').map(({ pointer }) => findingPlace(pointer));
  return (where) => places.some((place) => isWithin(place, where) || isWithin(where, place));
}

/** The ledger points into the recorded exchange, a finding into the message: a body has no wrapper there. */
function findingPlace(pointer: string): string {
  return pointer.replace(/^(\/(?:request|response)\/body)\/(?:value|text|duplicateKeys|problem)(?=\/|$)/, '$1');
}

function isWithin(inner: string, outer: string): boolean {
  return inner === outer || inner.startsWith(`${outer}/`);
}
