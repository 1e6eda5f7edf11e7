/** How loud an annotation is: an error explains a red job, a warning asks for a look, a notice is for the curious. */
export const annotationLevels = ['error', 'warning', 'notice'] as const;

/** One of {@link annotationLevels}, from loud to quiet. */
export type AnnotationLevel = (typeof annotationLevels)[number];

/** A line of a file. */
export interface AnnotatedPlace {
  /** Relative to the folder the command runs in, with forward slashes: CI systems join it with the root of the checkout. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1; null where only the line is known. */
  readonly column: number | null;
}

/** Something to say about a line, in no particular CI system's form. Masked data only. */
export interface Annotation {
  readonly level: AnnotationLevel;
  /** Null for what has no line in a file of this checkout. */
  readonly place: AnnotatedPlace | null;
  /** Name of what was broken or changed: the rule of a diff, the verdict of a scenario. */
  readonly rule: string;
  /** One line. */
  readonly title: string;
  /** One line or several. */
  readonly message: string;
  /** The same for the same thing in the next run, hexadecimal: tools tell new from known by it. */
  readonly fingerprint: string;
}
