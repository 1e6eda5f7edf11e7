import type { Paint, Tone } from '../../evidence/paint.js';
import { wrapped } from './wrapped.js';

/** An entry of a list, with the commands that stand below it whole. */
export type Line = readonly [tone: Tone, text: string, commands?: readonly string[]];

/** How wide a screen is, in characters, and what colours it. */
export interface Screen {
  readonly paint: Paint;
  readonly width: number;
}

/** Entries of a list before the rest is only counted: the result must fit one screen. */
const longest = 8;

/** Rows a reason may take: what came stands at its end. */
export const reasonRows = 5;

/** Rows all entries of a list may take together, but for the first, which is always shown. */
const listRows = 20;

/** How far the second row of an entry is moved in. */
const indent = 7;

/** A list under its title, as far as it fits; `place` has all of it. Nothing for an empty one. */
export function screenBlock(title: string, lines: readonly Line[], { paint, width }: Screen, place: string): string[] {
  if (lines.length === 0) return [];
  const shown: string[][] = [];
  let rows = 0;
  for (const [tone, text, commands = []] of lines.slice(0, longest)) {
    const entry = reason(`  ${text}`, width);
    rows += entry.length;
    if (rows > listRows && shown.length > 0) break;
    const below = commands.map((command) => paint('quiet', `      ${command}`));
    shown.push([...entry.map((row) => paint(tone, row)), ...below]);
  }
  const rest = lines.length - shown.length;
  return [paint('strong', title), ...shown.flat(), ...(rest > 0 ? [`  and ${rest} more, in ${place}`] : [])];
}

/** A line whose end matters, on as many rows as it needs, within bounds. */
export function reason(line: string, width: number): readonly string[] {
  return wrapped(line, { width, indent, lines: reasonRows });
}

/** Cuts before colour codes are added, so that none is lost. */
export function cut(line: string, width: number): string {
  const flat = line.replace(/[\u0000-\u001F\u007F]+/g, ' ');
  return flat.length > width ? `${flat.slice(0, width - 1)}…` : flat;
}
