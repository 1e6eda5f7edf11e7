import { noteLabels, redact, type MaskContext, type MaskPlace } from './mask-context.js';
import { maskJson } from './mask-json.js';
import { pathRules, type PathRule } from './mask-rules.js';
import { maskText } from './mask-text.js';
import { isLabel } from './label.js';

/** Masks a path by its segments. Labels stand unencoded, so that they read the same everywhere. */
export function maskPath(path: string, context: MaskContext, place: MaskPlace): string {
  const segments = path.split('/');
  return segments.map((segment, index) => maskSegment(segment, { segments, index }, context, place)).join('/');
}

/** Masks path and query of an absolute URL; the query by the names of its parameters. */
export function maskUrl(url: string, context: MaskContext, place: MaskPlace): string {
  const [, origin = '', path = '', search = ''] = /^([a-z][a-z0-9+.-]*:\/\/[^/?#]*)?([^?#]*)(.*)$/is.exec(url) ?? [];
  return maskText(origin, context, place) + maskPath(path, context, place) + maskSearch(search, context, place);
}

/** Masks query parameters like members of a body. */
export function maskQuery(
  query: Readonly<Record<string, string>>,
  context: MaskContext,
  place: MaskPlace,
): Readonly<Record<string, string>> {
  return maskJson(query, context, place) as Readonly<Record<string, string>>;
}

/** Where a segment stands. */
interface PathPlace {
  readonly segments: readonly string[];
  readonly index: number;
}

function maskSegment(segment: string, at: PathPlace, context: MaskContext, place: MaskPlace): string {
  if (segment === '') return segment;
  // What was masked comes back encoded where a resumed run builds the path of a recorded call again.
  const value = decode(segment);
  if (isLabel(value)) {
    noteLabels(context, place, value);
    return value;
  }
  const rule = pathRules.find((candidate) => follows(candidate, at) && !candidate.except.includes(segment));
  if (rule !== undefined) return redact(context, place, rule.id, rule.kind, value);
  return maskDecoded(segment, context, place);
}

/** Masks what a percent-encoded text says; one that holds nothing to mask stays as it came. */
function maskDecoded(text: string, context: MaskContext, place: MaskPlace): string {
  const value = decode(text);
  const masked = maskText(value, context, place);
  return masked === value ? text : masked;
}

function follows({ after }: PathRule, { segments, index }: PathPlace): boolean {
  return after.every((segment, place) => segment === segments[index - after.length + place]);
}

function maskSearch(search: string, context: MaskContext, place: MaskPlace): string {
  if (search === '') return search;
  return search
    .split(/([?&#])/)
    .map((part) => {
      const at = part.indexOf('=');
      if (at < 0) return maskDecoded(part, context, place);
      const [name, value] = [decode(part.slice(0, at)), decode(part.slice(at + 1))];
      const masked = maskJson({ [name]: value }, context, place) as Readonly<Record<string, string>>;
      const [[maskedName, maskedValue] = [name, value]] = Object.entries(masked);
      if (maskedName === name && maskedValue === value && !isLabel(value)) return part;
      return `${maskedName === name ? part.slice(0, at) : maskedName}=${maskedValue}`;
    })
    .join('');
}

function decode(text: string): string {
  if (!text.includes('%') && !text.includes('+')) return text;
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    // Broken percent-encoding: masked as it stands.
    return text;
  }
}
