import { isLabel } from './label.js';
import { noteLabels, redact, type MaskContext, type MaskPlace } from './mask-context.js';
import type { MemberRule } from './mask-rules.js';
import { maskText } from './mask-text.js';

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
  // The host is shown, so it is searched like any other text.
  const shown = maskText(`${origin}${host}`, context, place);
  if (user === '' && (/^\/?$/.test(rest) || isLabel(rest.slice(1)))) {
    noteLabels(context, place, rest);
    return `${shown}${rest}`;
  }
  for (const part of rest.split(/[/?#&=]/)) if (tokenLike.test(part)) context.secrets.learn(rule.kind, part);
  return `${shown}/${redact(context, place, rule.id, rule.kind, `${user}${rest}`)}`;
}
