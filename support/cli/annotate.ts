import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import type { Annotation } from '../annotations/annotation.js';
import { annotationForms, renderAnnotations, type AnnotationForm } from '../annotations/annotation-form.js';
import { codeQuality } from '../annotations/code-quality.js';
import { writeProblem } from '../config/write-problem.js';
import { errorsOf } from '../messages/coded-error.js';
import { annotationMessages } from '../messages/annotation-messages.js';
import { explainError } from './explain-error.js';
import { fileName } from './parse-flag.js';
import type { CommandIo } from './streams.js';

const cannot = errorsOf(annotationMessages, 'harnessError');

/** Flags of every command whose result can be annotated. */
export interface AnnotateFlags {
  readonly annotate?: AnnotationForm;
  /** File of GitLab's code quality report. */
  readonly codeQuality?: string;
}

/** Adds the flags of {@link AnnotateFlags} to a command. */
export function annotateOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--annotate <form>',
        'name lines of files on stderr: as GitHub workflow commands, or as file:line: ...',
      ).choices(annotationForms),
    )
    .option('--code-quality <file>', "write the same as GitLab's code quality report, JSON", fileName);
}

/**
 * Says the annotations as asked, beside what the command prints on stdout. A report that cannot be written is told (ANN-101)
 * and changes no exit code: that belongs to the result.
 */
export async function annotate(
  annotations: (cwd: string) => readonly Annotation[],
  flags: AnnotateFlags,
  io: Pick<CommandIo, 'stderr' | 'cwd'>,
): Promise<void> {
  if (flags.annotate === undefined && flags.codeQuality === undefined) return;
  const made = annotations(io.cwd);
  if (flags.annotate !== undefined) io.stderr.write(renderAnnotations(flags.annotate, made));
  if (flags.codeQuality === undefined) return;
  const file = resolve(io.cwd, flags.codeQuality);
  try {
    await writeFile(file, `${JSON.stringify(codeQuality(made), null, 2)}\n`);
  } catch (error) {
    explainError(cannot('ANN-101', { file, problem: writeProblem(error) }, error), io);
  }
}
