import { replaceLabels } from '../../trace/mask/label.js';
import type { Redaction } from '../../trace/mask/redaction.js';

/** Tells whether something was masked at, above or below a place where the judge may find something. */
export function maskedPlaces(redactions: readonly Redaction[]): (where: string) => boolean {
  // Nobody asks where nothing was found, as nearly everywhere.
  let listed: readonly string[] | null = null;
  const list = () =>
    redactions.filter(({ kind }) => kind !== 'rule').map(({ pointer }) => unnamed(findingPlace(pointer)));
  return (where) => {
    const places = (listed ??= list());
    const there = unnamed(where);
    return places.some((place) => isWithin(place, there) || isWithin(there, place));
  };
}

/** A member that is named by something masked: the record holds a label there, a finding may hold the judge's own words. */
function unnamed(place: string): string {
  return replaceLabels(place, () => '<masked>').replace(/<(?:\d+ digits|secret)>/g, '<masked>');
}

/** The ledger points into the recorded exchange, a finding into the message: a body has no wrapper there. */
function findingPlace(pointer: string): string {
  return pointer.replace(/^(\/(?:request|response)\/body)\/(?:value|text|duplicateKeys|problem)(?=\/|$)/, '$1');
}

function isWithin(inner: string, outer: string): boolean {
  return inner === outer || inner.startsWith(`${outer}/`);
}
