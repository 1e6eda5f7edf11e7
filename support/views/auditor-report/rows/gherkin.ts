const scenarioLine = /^\s*(?:Scenario|Scenario Outline|Scenario Template|Example):/;
const nextKeyword = /^\s*(?:@\S|Rule:|(?:Scenario|Scenario Outline|Scenario Template|Example):)/;

/**
 * The lines of a feature that belong to the scenario at `line` (counted from 1; the line of an Examples row stands for
 * its outline), with the feature's background first. Null when there is no scenario at that place.
 */
export function gherkinOf(feature: string, line: number): string | null {
  const lines = feature.split(/\r?\n/);
  let first = line - 1;
  while (first >= 0 && !scenarioLine.test(lines[first] ?? '')) first -= 1;
  if (first < 0) return null;
  return [...blockAt(lines, backgroundLine(lines)), ...blockAt(lines, first)].join('\n');
}

function backgroundLine(lines: readonly string[]): number {
  return lines.findIndex((text) => /^\s*Background:/.test(text));
}

/** From a heading to the line before the next one, without the indentation all its lines share. */
function blockAt(lines: readonly string[], first: number): string[] {
  if (first < 0) return [];
  const length = lines.slice(first + 1).findIndex((text) => nextKeyword.test(text));
  const block = length < 0 ? lines.slice(first) : lines.slice(first, first + 1 + length);
  while (block.at(-1)?.trim() === '') block.pop();
  const indents = block.filter((text) => text.trim() !== '').map((text) => text.length - text.trimStart().length);
  return block.map((text) => text.slice(Math.min(...indents)));
}
