import { withoutCardNumbers } from '../../card-data/card-number.js';
import { isLabel } from './label.js';
import { redact, type MaskContext, type MaskPlace } from './mask-context.js';
import { memberPlace } from './mask-name.js';
import { allowedHeaders, secretHeaders } from './header-rules.js';
import { isKnownHarmless, maskText } from './mask-text.js';

type Headers = Readonly<Record<string, string>>;

/** Keeps the listed headers, turns secret ones into labels, and notes the name of every header left out. */
export function maskHeaders(
  headers: Headers,
  context: MaskContext,
  place: MaskPlace & { readonly side: 'request' | 'response' },
): Headers {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    const inner = memberPlace(place, name, name);
    const plain = name.toLowerCase();
    const secret = secretHeaders[plain];
    if (secret !== undefined) {
      kept[name] = isLabel(value)
        ? maskText(value, context, inner)
        : redact(context, inner, 'secret-header', secret, value);
    } else if (allowedHeaders[place.side].has(plain)) {
      kept[name] = maskText(value, context, inner);
    } else {
      context.note({
        pointer: memberPlace(place, safeName(name, context, place), name).pointer,
        rule: 'header-not-listed',
        kind: 'header',
        label: null,
        length: null,
        place: null,
        facts: null,
      });
    }
  }
  return kept;
}

/** The name as findings of the judge say it. It is written here only, so what is masked in it needs no line of its own. */
function safeName(name: string, context: MaskContext, place: MaskPlace): string {
  if (isKnownHarmless(name, context.secrets)) return name;
  return maskText(withoutCardNumbers(name), { ...context, note: () => undefined }, place);
}
