import { createHmac } from 'node:crypto';
import { formatLabel } from './label.js';
import { sensitiveKinds, type SensitiveKind } from './sensitive-kind.js';
import { createTaintIndex, type TaintHit } from './taint-index.js';

/** A value the run must not show. */
export interface KnownSecret {
  readonly kind: SensitiveKind;
  readonly value: string;
}

/** Every secret a run has seen, in memory only, and the labels that stand for them. */
export interface Secrets {
  /** The label of a value; the same for the same value and kind all through the run. */
  label(kind: SensitiveKind, value: string): string;
  /** Remembers a value, so that it is masked wherever else it turns up. Returns its label. */
  learn(kind: SensitiveKind, value: string): string;
  /** Secrets seen so far that may be searched for anywhere, for the scan of the finished pack. In memory only. */
  searchable(): readonly KnownSecret[];
  /** How many values it can find by now: a text is masked alike for as long as this stays the same. */
  known(): number;
  /** Known values in a text, longest first at each place, without overlaps. */
  find(text: string): readonly TaintHit[];
}

/** Shorter values are never searched for: they would hit ordinary words and amounts. */
const shortestTaint = 6;
/** Values of this length are also searched for in base64, hex and percent-encoding. */
const shortestEncoded = 8;

/**
 * Makes a run's memory of secrets. `key` is random per run, at least 16 bytes, and never written: without it a label of a
 * short value (CVV, PIN) cannot be guessed back.
 */
export function createSecrets(options: { readonly key: Uint8Array; readonly known?: readonly KnownSecret[] }): Secrets {
  if (options.key.byteLength < 16) throw new RangeError('the key of the labels needs at least 16 bytes');
  const taints = createTaintIndex(shortestTaint);
  const labels = new Map<string, string>();
  const searchable = new Map<string, KnownSecret>();
  const followed = new Set<string>();

  const label = (kind: SensitiveKind, value: string): string => {
    const plain = canonicalValue(kind, value);
    const name = `${kind}\n${plain}`;
    const known = labels.get(name);
    if (known !== undefined) return known;
    const made = formatLabel(kind, createHmac('sha256', options.key).update(name).digest(), lastFour(kind, plain));
    labels.set(name, made);
    return made;
  };
  const learn = (kind: SensitiveKind, value: string): string => {
    const made = label(kind, value);
    const { reach, mark } = sensitiveKinds[kind];
    if (reach === 'nowhere') return made;
    const plain = canonicalValue(kind, value);
    // Synthetic people are no secret, and codes that are searched for as words only are too short for a blind search.
    if (mark === 'masked' && reach === 'anywhere') searchable.set(`${kind}\n${plain}`, { kind, value: plain });
    // The first kind a value was learned as stays, so its forms are in the index already.
    if (followed.has(plain)) return made;
    followed.add(plain);
    for (const form of formsOf(plain)) taints.add(form, { kind, label: made, reach });
    return made;
  };
  for (const { kind, value } of options.known ?? []) learn(kind, value);
  return {
    label,
    learn,
    searchable: () => [...searchable.values()],
    known: () => followed.size,
    find: (text) => taints.find(text),
  };
}

/** A card number is the same with or without spaces and hyphens. */
function canonicalValue(kind: SensitiveKind, value: string): string {
  return kind === 'pan' && /^[\d -]+$/.test(value) ? value.replace(/[ -]/g, '') : value;
}

function lastFour(kind: SensitiveKind, value: string): string | null {
  return sensitiveKinds[kind].keeps === 'last-four' && /^\d{13,19}$/.test(value) ? value.slice(-4) : null;
}

function formsOf(value: string): ReadonlySet<string> {
  const forms = new Set([value]);
  if (value.length < shortestEncoded) return forms;
  forms.add(encodeURIComponent(value));
  const bytes = Buffer.from(value, 'utf8');
  forms.add(bytes.toString('base64'));
  forms.add(bytes.toString('base64url'));
  forms.add(bytes.toString('hex'));
  forms.add(bytes.toString('hex').toUpperCase());
  return forms;
}
