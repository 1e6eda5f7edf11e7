import { errorCode } from '../config/read-problem.js';
import { visibleText } from '../views/auditor-report/html/visible-text.js';
import { CodedError, errorsOf } from '../messages/coded-error.js';
import { failureMessages } from '../messages/cli-messages.js';
import type { ExitCode } from '../messages/exit-code.js';
import { machineRefusals } from './machine-refusals.js';
import { shortProblem } from './short-problem.js';
import type { CommandIo } from './streams.js';

const failure = errorsOf(failureMessages, 'harnessError');

/** Says on stderr what went wrong, with code and next step, and the exit code it leads to. Anything uncoded is our defect. */
export function explainError(error: unknown, io: Pick<CommandIo, 'stderr'>): ExitCode {
  const told = codedOf(error);
  const text = `${told.code}: ${told.message}\n${told.next === '' ? '' : `  ${told.next}\n`}`;
  // Names and files are other people's: nothing in them steers the terminal.
  io.stderr.write(visibleText(text));
  return told.exit;
}

function codedOf(error: unknown): CodedError {
  if (error instanceof CodedError) return error;
  // Of several that came together, the first says it.
  if (error instanceof AggregateError && error.errors.length > 0) return codedOf(error.errors[0]);
  const remedy = machineRefusals.get(errorCode(error) ?? '');
  if (remedy !== undefined && error instanceof Error) {
    return failure('CMD-307', { problem: error.message, remedy }, error);
  }
  const where = 'Please report this as a defect';
  return failure('CMD-301', { problem: shortProblem(error), where }, error);
}
