/** How a text is brought into lines. */
export interface Wrapping {
  /** Most characters of a line. */
  readonly width: number;
  /** Spaces before every line but the first. */
  readonly indent: number;
  /** Most lines; what does not fit is cut, and shown to be. */
  readonly lines: number;
}

/** Fewest characters of a text on a line, however narrow the terminal is said to be. */
const narrowest = 8;

/** A text on several lines, broken at spaces where it can be. Control characters count as spaces. */
export function wrapped(text: string, { width, indent, lines }: Wrapping): readonly string[] {
  const shown: string[] = [];
  let rest = text.replace(/[\u0000-\u001F\u007F]+/g, ' ').trimEnd();
  for (;;) {
    const before = shown.length === 0 ? '' : ' '.repeat(indent);
    const room = Math.max(narrowest, width - before.length);
    if (rest.length <= room) return [...shown, `${before}${rest}`];
    if (shown.length === lines - 1) return [...shown, `${before}${rest.slice(0, room - 1)}…`];
    const end = lastBreak(rest, room);
    shown.push(`${before}${rest.slice(0, end).trimEnd()}`);
    rest = rest.slice(end).trimStart();
  }
}

/** Where the line ends: behind the last space that leaves it at least half full, else in the middle of a word. */
function lastBreak(text: string, room: number): number {
  const space = text.lastIndexOf(' ', room);
  return space > room / 2 ? space : room;
}
