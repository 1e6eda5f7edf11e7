/** Characters that a backslash does not protect: HTML, and mentions, which GitHub looks for in the finished page. */
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '@': '&commat;' };

/** A text as prose on one line of GitHub's or GitLab's Markdown: read literally, with no mark-up, link or mention of its own. */
export function prose(text: string): string {
  return oneLine(text).replace(/[&<>@\\`*_[\]|~$#!]/g, (special) => entities[special] ?? `\\${special}`);
}

/** A text as a code span, which holds anything but the pipe of a table literally. Empty text stays empty. */
export function code(text: string): string {
  const flat = oneLine(text).replaceAll('|', String.raw`\|`);
  if (flat === '') return '';
  const longest = Math.max(0, ...(flat.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  // Spaces keep a span's own backticks, and spaces at both ends, from being read as part of its fence.
  const pad = /^[` ]|[` ]$/.test(flat) ? ' ' : '';
  return `${fence}${pad}${flat}${pad}${fence}`;
}

/** A table with its heading; none for no rows. Cells are Markdown already. */
export function table(heading: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  if (rows.length === 0) return [];
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(heading), line(heading.map(() => '---')), ...rows.map(line)];
}

function oneLine(text: string): string {
  return text.replace(/[\s\u0000-\u001F\u007F-\u009F\u2028\u2029]+/g, ' ').trim();
}
