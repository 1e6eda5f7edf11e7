import { CodedError, errorsOf } from '../messages/coded-error.js';
import { failureMessages } from '../messages/cli-messages.js';
import type { ExitCode } from '../verdict/exit-code.js';
import { shortProblem } from './short-problem.js';
import type { CommandIo } from './streams.js';

const failure = errorsOf(failureMessages, 'harnessError');

/** Says on stderr what went wrong, with code and next step, and the exit code it leads to. Anything uncoded is our defect. */
export function explainError(error: unknown, io: Pick<CommandIo, 'stderr'>): ExitCode {
  const where = 'Please report this as a defect';
  const told = error instanceof CodedError ? error : failure('CMD-301', { problem: shortProblem(error), where }, error);
  io.stderr.write(`${told.code}: ${told.message}\n${told.next === '' ? '' : `  ${told.next}\n`}`);
  return told.exit;
}
