/** A position inside the document while scanning. */
interface Level {
  readonly names: Set<string> | null;
  pointer: string;
  index: number;
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
  for (const match of text.matchAll(token)) {
    const word = match[0];
    const level = levels.at(-1);
    if (word === '{' || word === '[') {
      levels.push({ names: word === '{' ? new Set() : null, pointer: here(levels), index: 0 });
    } else if (word === '}' || word === ']') {
      levels.pop();
    } else if (level !== undefined && word === ',') {
      level.index += 1;
    } else if (level !== undefined && level.names !== null && match[1] !== undefined && match[2] !== undefined) {
      const name = JSON.parse(match[1]) as string;
      level.pointer = `${baseOf(levels)}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      if (level.names.has(name)) found.push(level.pointer);
      level.names.add(name);
    }
  }
  return found;
}

function here(levels: readonly Level[]): string {
  const level = levels.at(-1);
  if (level === undefined) return '';
  return level.names === null ? `${level.pointer}/${level.index}` : level.pointer;
}

function baseOf(levels: readonly Level[]): string {
  return here(levels.slice(0, -1));
}
