import { isLabel } from './label.js';
import { redact, type MaskContext, type MaskPlace } from './mask-context.js';
import type { MemberRule } from './mask-rules.js';

/** Path segments and query values this long are taken for tokens and followed elsewhere. */
const tokenLike = /^(?=.*\d)[\w.~+=-]{12,}$/;

/**
 * Masks a link that lets its holder in: scheme and host stay, user, path, query and fragment go. A value that is no URL
 * is masked whole.
 */
export function maskLink(value: string, rule: MemberRule, context: MaskContext, place: MaskPlace): string {
  const [, origin = '', user = '', host = '', rest = ''] =
    /^([a-z][a-z0-9+.-]*:\/\/)([^/?#@]*@)?([^/?#]*)(.*)$/is.exec(value) ?? [];
  if (origin === '') return redact(context, place, rule.id, rule.kind, value);
  const secret = `${user}${rest}`;
  if (/^\/?$/.test(secret) || isLabel(rest.slice(1))) return value;
  for (const part of rest.split(/[/?#&=]/)) if (tokenLike.test(part)) context.secrets.learn(rule.kind, part);
  return `${origin}${host}/${redact(context, place, rule.id, rule.kind, secret)}`;
}
