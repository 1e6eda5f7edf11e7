import { escapeSegment } from '../../json/json-pointer.js';
import type { MaskContext, MaskPlace } from './mask-context.js';
import { isKnownHarmless, maskText } from './mask-text.js';
import type { Redaction } from './redaction.js';

/** The place of a member, given its name as it is written. */
export function memberPlace(place: MaskPlace, name: string, member: string): MaskPlace {
  return { pointer: `${place.pointer}/${escapeSegment(name)}`, side: place.side, member };
}

/**
 * Masks the name of a member. What the ledger says of it names the place by the masked name: a card number that stands where a
 * name should be must not reach the ledger as part of a pointer. Two names of one card number, with and without spaces, have
 * one label: `taken` keeps either member from being lost.
 */
export function maskName(
  name: string,
  context: MaskContext,
  parent: MaskPlace,
  taken: Readonly<Record<string, unknown>>,
): string {
  if (isKnownHarmless(name, context.secrets) && !Object.hasOwn(taken, name)) return name;
  const noted: Omit<Redaction, 'exchangeId'>[] = [];
  const label = maskText(name, { ...context, note: (redaction) => void noted.push(redaction) }, parent);
  let masked = label;
  for (let number = 2; Object.hasOwn(taken, masked); number += 1) masked = `${label} (${number})`;
  for (const redaction of noted) context.note({ ...redaction, pointer: memberPlace(parent, masked, masked).pointer });
  return masked;
}
