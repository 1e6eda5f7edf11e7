import type { Json } from '../exchange.js';
import type { MaskContext } from './mask-context.js';
import { memberRules, type MemberRule } from './mask-rules.js';

type JsonObject = { readonly [member: string]: Json };

const byName = new Map<string, MemberRule>();
for (const rule of memberRules) for (const name of rule.names) byName.set(plain(name), rule);

/** The rule for a member of `parent` (null for a query parameter), or null. Names are compared without case, `_`, `-`. */
export function memberRuleFor(
  name: string,
  value: Json,
  parent: JsonObject | null,
  context: MaskContext,
): MemberRule | null {
  const rule = ruleNamed(name);
  return rule !== null && applies(rule, value, parent, context) ? rule : null;
}

/** What was found for names as they were written; bounded, because a target may send any number of names. */
const found = new Map<string, MemberRule | null>();
const mostNames = 5_000;

function ruleNamed(name: string): MemberRule | null {
  const known = found.get(name);
  if (known !== undefined) return known;
  if (found.size >= mostNames) found.clear();
  const rule = byName.get(plain(name)) ?? null;
  found.set(name, rule);
  return rule;
}

function applies(rule: MemberRule, value: Json, parent: JsonObject | null, context: MaskContext): boolean {
  switch (rule.when) {
    case 'always':
      return true;
    case 'one-time-code': {
      // Refusals have a member `code` as well, which is no secret: only digits count, and below /otp all of them.
      const text = textOf(value);
      if (context.oneTimeCodes) return /^\d{4,10}$/.test(text);
      return /^\d{6,8}$/.test(text) && parent?.['status'] !== 'error';
    }
    case 'more-than-four-digits':
      return textOf(value).replace(/\D/g, '').length > 4;
  }
}

function textOf(value: Json): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[_-]/g, '');
}
