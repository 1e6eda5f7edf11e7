import type { Annotation } from './annotation.js';
import { githubCommands } from './github-commands.js';
import { plainLines } from './plain-lines.js';

/** The forms that are printed beside a command's own output. */
export const annotationForms = ['github', 'lines'] as const;

/** One of {@link annotationForms}: workflow commands of GitHub Actions, or plain `file:line: ...`. */
export type AnnotationForm = (typeof annotationForms)[number];

const writers: Readonly<Record<AnnotationForm, (annotations: readonly Annotation[]) => string>> = {
  github: githubCommands,
  lines: plainLines,
};

/** Annotations in a form, ready to print; empty for none. */
export function renderAnnotations(form: AnnotationForm, annotations: readonly Annotation[]): string {
  return writers[form](annotations);
}
