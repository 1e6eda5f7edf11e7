import type { Annotation, AnnotationLevel } from './annotation.js';

/** Severity words of GitLab's report. `blocker` stays free: whether a pipeline stops is said by the exit code. */
const severities: Readonly<Record<AnnotationLevel, 'critical' | 'major' | 'info'>> = {
  error: 'critical',
  warning: 'major',
  notice: 'info',
};

/** An entry of GitLab's code quality report; the members it requires and no others. */
export interface CodeQualityIssue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: (typeof severities)[AnnotationLevel];
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

/**
 * Annotations as GitLab's code quality report. Every issue of that form has a line, so what has none is not in it; the plain
 * lines and the report of the command itself have everything.
 */
export function codeQuality(annotations: readonly Annotation[]): readonly CodeQualityIssue[] {
  return annotations.flatMap(({ place, level, rule, title, message, fingerprint }) => {
    if (place === null) return [];
    const location = { path: place.file, lines: { begin: place.line } };
    return [
      { description: `${title}: ${message}`, check_name: rule, fingerprint, severity: severities[level], location },
    ];
  });
}
