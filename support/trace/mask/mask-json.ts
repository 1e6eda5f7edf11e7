import { duplicateKeys } from '../../json/duplicate-keys.js';
import type { Json } from '../exchange.js';
import { nestedJson } from '../nested-json.js';
import { setMember, type OpenObject } from '../set-member.js';
import { isLabel } from './label.js';
import { noteLabels, redact, type MaskContext, type MaskPlace } from './mask-context.js';
import { maskLink } from './mask-link.js';
import { maskName, memberPlace } from './mask-name.js';
import { cardNumberRule, type MemberRule } from './mask-rules.js';
import { isKnownHarmless, maskText } from './mask-text.js';
import type { Redaction } from './redaction.js';
import { partsOfCardNumber } from '../../card-data/card-number-in-parts.js';
import { memberRuleFor } from './member-rule-for.js';

/**
 * Masks a JSON value by member name at any depth, JSON inside strings included, and everything else as free text. Arrays,
 * objects and member names stay; a masked number becomes a text, and its JSON type is in the redaction's facts.
 */
export function maskJson(value: Json, context: MaskContext, place: MaskPlace, rule: MemberRule | null = null): Json {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'string') return maskString(value, context, place, rule);
  if (typeof value === 'number') return maskNumber(value, context, place, rule);
  if (isArray(value)) {
    const split = rule === null ? partsIn(value, context) : none;
    return value.map((item, index) =>
      maskJson(item, context, { ...place, pointer: `${place.pointer}/${index}` }, ruleFor(split, String(index), rule)),
    );
  }
  const members: OpenObject = {};
  const split = rule === null ? partsIn(value, context) : none;
  for (const name of Object.keys(value)) {
    const member = value[name] ?? null;
    const masked = maskName(name, context, place, members);
    // A member below a sensitive one is sensitive too, whatever it is called.
    const memberRule = memberRuleFor(name, member, value, context) ?? ruleFor(split, name, rule);
    setMember(members, masked, maskJson(member, context, memberPlace(place, masked, name), memberRule));
  }
  return members;
}

const none: ReadonlySet<string> = new Set();
const splitNumber = cardNumberRule('card-number-in-parts');

function partsIn(value: readonly Json[] | { readonly [member: string]: Json }, context: MaskContext) {
  const isKnown = (digits: string) => context.secrets.find(digits).some(({ kind }) => kind === 'pan');
  return partsOfCardNumber(value, isKnown);
}

function ruleFor(split: ReadonlySet<string>, name: string, rule: MemberRule | null): MemberRule | null {
  return split.has(name) ? splitNumber : rule;
}

function maskString(value: string, context: MaskContext, place: MaskPlace, rule: MemberRule | null): string {
  if (value === '') return value;
  if (isLabel(value)) {
    noteLabels(context, place, value);
    return value;
  }
  if (rule !== null) {
    return rule.part === 'link'
      ? maskLink(value, rule, context, place)
      : redact(context, place, rule.id, rule.kind, value);
  }
  if (context.isOwn?.(value, place.member) === true) return value;
  const nested = nestedJson(value);
  if (nested === null) return maskText(value, context, place);
  // Of a member that is named twice only the last value was read, so nobody has looked at what the text holds besides.
  if (duplicateKeys(value).length > 0) return redact(context, place, 'repeated-member', 'password', value);
  const masked = JSON.stringify(maskJson(nested, context, place));
  // Text that held nothing to mask stays as it came, spaces included.
  return masked === JSON.stringify(nested) ? value : masked;
}

function maskNumber(value: number, context: MaskContext, place: MaskPlace, rule: MemberRule | null): Json {
  const text = String(value);
  if (rule !== null && rule.part === 'value') return redact(context, place, rule.id, rule.kind, text, 'number');
  if (isKnownHarmless(text, context.secrets)) return value;
  // A number this large lost its last digits when it was read: what is left of a card number fails its check digit.
  const unreadable = Number.isInteger(value) && !Number.isSafeInteger(value) && /^\d{16,19}$/.test(text);
  if (unreadable) return redact(context, place, 'number-too-large', 'pan', text, 'number');
  const note: MaskContext['note'] = (found) => {
    context.note(ofNumber(found));
  };
  const masked = maskText(text, { ...context, note }, place);
  return masked === text ? value : masked;
}

/** Free text takes what it finds for text; here it was a number, and the ledger says so. */
function ofNumber(redaction: Omit<Redaction, 'exchangeId'>): Omit<Redaction, 'exchangeId'> {
  const { facts } = redaction;
  return facts === null ? redaction : { ...redaction, facts: { ...facts, jsonType: 'number' } };
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
