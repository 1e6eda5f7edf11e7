import { exitCode, type ExitName } from './exit-code.js';
import { CodedError } from './coded-error.js';
import type { Message } from './message.js';
import { unreachable } from './unreachable.js';

/** An error on its way from one thread to another, where only plain data crosses. */
export type CrossingError =
  | { readonly kind: 'coded'; readonly content: Message; readonly exit: ExitName }
  | { readonly kind: 'failed'; readonly problem: string };

/** Makes an error ready to cross. */
export function crossingError(error: unknown): CrossingError {
  if (!(error instanceof CodedError)) {
    return { kind: 'failed', problem: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }
  const { code, message: text, next, exit } = error;
  return { kind: 'coded', content: { code, text, next }, exit: exitNameOf(exit) };
}

/** The error as it is thrown on the other side: a coded one with its code, next step and exit code. */
export function crossedError(crossing: CrossingError): Error {
  switch (crossing.kind) {
    case 'coded':
      return new CodedError(crossing.content, crossing.exit);
    case 'failed':
      return new Error(crossing.problem);
    default:
      return unreachable(crossing, 'error');
  }
}

function exitNameOf(code: CodedError['exit']): ExitName {
  const found = (Object.keys(exitCode) as ExitName[]).find((name) => exitCode[name] === code);
  if (found === undefined) throw new Error(`there is no exit code ${String(code)}`);
  return found;
}
