import type { Annotation } from './annotation.js';

/** Annotations as `file:line:column: level rule: title: message`, a line each, which editors and most CI systems link. */
export function plainLines(annotations: readonly Annotation[]): string {
  return annotations.map((annotation) => `${plainLine(annotation)}\n`).join('');
}

/** One annotation on one line. */
export function plainLine({ level, place, rule, title, message }: Annotation): string {
  const column = place === null || place.column === null ? '' : `:${place.column}`;
  const where = place === null ? '' : `${place.file}:${place.line}${column}: `;
  const said = message.replaceAll('\n', '; ');
  return `${where}${level} ${rule}: ${title}: ${said}`.replace(/[\u0000-\u001F\u007F\u0085\u2028\u2029]+/g, ' ');
}
