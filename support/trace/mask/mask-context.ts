import { cardDataPlace } from '../../card-data/card-data-places.js';
import { kindOfLabel, labelsIn } from './label.js';
import { lengthClass, proveFacts, type ProvedFacts, type Redaction } from './redaction.js';
import type { Secrets } from './secrets.js';
import type { SensitiveKind } from './sensitive-kind.js';

/** Where a value was found. */
export interface MaskPlace {
  /** JSON Pointer. */
  readonly pointer: string;
  readonly side: 'request' | 'response' | 'other';
  /** Name of the nearest member, or null. */
  readonly member: string | null;
}

/** What masking works with: the run's secrets and a place to note what was masked. */
export interface MaskContext {
  readonly secrets: Secrets;
  /** Operation of the exchange, null for none. */
  readonly operationId: string | null;
  /** True below `/otp`, where `code` is a 3-DS code. */
  readonly oneTimeCodes: boolean;
  /** True for a text of the harness itself in a member, which stays as it is; absent where everything came from outside. */
  readonly isOwn?: (text: string, member: string | null) => boolean;
  note(redaction: Omit<Redaction, 'exchangeId'>): void;
}

/**
 * Notes labels that stood in a text before it was masked: what a run recorded comes back to it when it goes on, and a target
 * may say anything. The ledger explains each label of the record, so it explains these.
 */
export function noteLabels(context: MaskContext, place: MaskPlace, text: string): void {
  for (const label of labelsIn(text)) {
    const kind = kindOfLabel(label);
    // A kind that does not exist is no label of ours, but it reads like one.
    const known = kind ?? 'password';
    const proved = { length: lengthClass(label), facts: proveFacts(label, 'string') };
    context.note({ pointer: place.pointer, rule: 'label-as-received', kind: known, label, place: null, ...proved });
  }
}

/** Masks one value: learns it, notes what can be said about it, and returns its label. */
export function redact(
  context: MaskContext,
  place: MaskPlace,
  rule: string,
  kind: SensitiveKind,
  value: string,
  jsonType: ProvedFacts['jsonType'] = 'string',
): string {
  const label = context.secrets.learn(kind, value);
  const allowed = place.side === 'other' ? null : cardDataPlace(context.operationId, place.side, place.member);
  context.note({
    pointer: place.pointer,
    rule,
    kind,
    label,
    length: lengthClass(value),
    place: allowed?.source ?? null,
    facts: proveFacts(value, jsonType),
  });
  return label;
}
