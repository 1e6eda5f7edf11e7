import { annotationLevels, type Annotation } from './annotation.js';
import { plainLine } from './plain-lines.js';

/** GitHub shows this many annotations of one level in a step and drops the others without a word. */
const shownOfALevel = 10;

/**
 * Annotations as workflow commands of GitHub Actions, a line each, the loud ones first. Of a level that has more than GitHub
 * shows, the last shown one counts the rest, which follow as plain lines of the log.
 */
export function githubCommands(annotations: readonly Annotation[]): string {
  const lines = annotationLevels.flatMap((level) => {
    const found = annotations.filter((annotation) => annotation.level === level);
    if (found.length <= shownOfALevel) return found.map(command);
    const [shown, rest] = [found.slice(0, shownOfALevel - 1), found.slice(shownOfALevel - 1)];
    const title = `${rest.length} more of level ${level}`;
    const note = `::${level} title=${property(title)}::${data('GitHub shows ten; the others are in the log of this step.')}`;
    return [...shown.map(command), note, ...rest.map((annotation) => ` ${plainLine(annotation)}`)];
  });
  return lines.map((line) => `${line}\n`).join('');
}

function command({ level, place, title, message }: Annotation): string {
  const properties: readonly (readonly [string, string])[] = [
    ...(place === null ? [] : [['file', place.file] as const, ['line', String(place.line)] as const]),
    ...(place === null || place.column === null ? [] : [['col', String(place.column)] as const]),
    ['title', title],
  ];
  return `::${level} ${properties.map(([name, value]) => `${name}=${property(value)}`).join(',')}::${data(message)}`;
}

/** The text after the last `::`, as the runner reads it back. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** The value of a property, which also ends at a colon or a comma. */
function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
