/** One segment of a path template: fixed text, or a parameter between fixed text. */
interface TemplateSegment {
  readonly fixed: string | null;
  readonly pattern: RegExp;
  readonly names: readonly string[];
}

/** A path template such as `/cards/{cardId}/status`, ready to match. */
export interface PathTemplate {
  /** The template with every parameter name left out; equal for templates that match the same paths. */
  readonly shape: string;
  /** Percent-decoded parameters of a path that fits, or null. */
  match(path: string): Readonly<Record<string, string>> | null;
  /** Sorts before another template when both fit: fixed text wins over a parameter, from the left. */
  readonly rank: string;
}

/** Reads a path template. Parameters never span a slash and are never empty. */
export function pathTemplate(template: string): PathTemplate {
  const segments = template.split('/').map(templateSegment);
  return {
    shape: template.replace(/\{[^}]*\}/g, '{}'),
    rank: segments.map((segment) => (segment.fixed === null ? '1' : '0')).join(''),
    match: (path) => matchSegments(segments, path.split('/')),
  };
}

function templateSegment(text: string): TemplateSegment {
  const names = [...text.matchAll(/\{([^}]*)\}/g)].map((found) => found[1] ?? '');
  const literal = text.split(/\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return { fixed: names.length === 0 ? text : null, pattern: new RegExp(`^${literal.join('(.+)')}$`), names };
}

function matchSegments(
  segments: readonly TemplateSegment[],
  parts: readonly string[],
): Readonly<Record<string, string>> | null {
  if (segments.length !== parts.length) return null;
  // Nearly every template is refused by a word of its own.
  for (let at = 0; at < parts.length; at += 1) {
    const fixed = segments[at]?.fixed ?? null;
    if (fixed !== null && fixed !== parts[at]) return null;
  }
  const parameters: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    if (segment.fixed !== null) continue;
    const found = segment.pattern.exec(parts[index] ?? '');
    if (found === null) return null;
    for (const [position, name] of segment.names.entries()) {
      const value = decoded(found[position + 1] ?? '');
      if (value === null) return null;
      parameters[name] = value;
    }
  }
  return parameters;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null; // Not a legal percent-encoding: the path fits no template.
  }
}
