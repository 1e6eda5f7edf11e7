/** An object or list that is open while scanning. */
interface Level {
  /** Names seen so far; null for a list. */
  readonly names: Set<string> | null;
  /** Name or index of the member the scan is at. */
  at: string | number;
}

/** A string, with its colon when it is a member name, or a structural sign. Unrolled, so that long strings are cheap. */
const token = /("[^"\\]*(?:\\.[^"\\]*)*")(\s*:)?|[{}[\],]/gs;

/**
 * JSON Pointers of members that a JSON text names twice; `JSON.parse` keeps the last one without a word.
 * `text` must already have been read by `JSON.parse`: the scan does not check syntax again.
 */
export function duplicateKeys(text: string): readonly string[] {
  const found: string[] = [];
  const levels: Level[] = [];
  for (const [word, quoted, colon] of text.matchAll(token)) {
    const level = levels.at(-1);
    if (word === '{') levels.push({ names: new Set(), at: '' });
    else if (word === '[') levels.push({ names: null, at: 0 });
    else if (word === '}' || word === ']') levels.pop();
    else if (level === undefined) continue;
    else if (word === ',') {
      if (typeof level.at === 'number') level.at += 1;
    } else if (level.names !== null && quoted !== undefined && colon !== undefined) {
      // Hardly any name has an escape in it.
      const name = quoted.includes('\\') ? (JSON.parse(quoted) as string) : quoted.slice(1, -1);
      level.at = name;
      if (level.names.has(name)) found.push(pointerTo(levels));
      level.names.add(name);
    }
  }
  return found;
}

function pointerTo(levels: readonly Level[]): string {
  return levels.map(({ at }) => `/${String(at).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
