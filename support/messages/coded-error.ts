import { exitCode, type ExitCode, type ExitName } from './exit-code.js';
import { fill, type Message, type MessageTemplate, type MessageValues } from './message.js';

/**
 * An error a person can act on: a permanent code, a sentence, the next step, and the exit code it leads to.
 * The command line prints it without a stack trace.
 */
export class CodedError extends Error {
  override readonly name = 'CodedError';
  /** Permanent code, such as `CFG-101`. */
  readonly code: string;
  /** What to do next. */
  readonly next: string;
  /** The pinned exit code this error ends the process with when nothing else handles it. */
  readonly exit: ExitCode;

  constructor(content: Message, exit: ExitName, options?: { cause?: unknown }) {
    super(content.text, options);
    this.code = content.code;
    this.next = content.next;
    this.exit = exitCode[exit];
  }
}

/**
 * Makes the error constructor of one subject: `const configError = errorsOf(configMessages, 'configuration')`,
 * then `throw configError('CFG-101', { file })`.
 */
export function errorsOf<T extends Readonly<Record<string, MessageTemplate>>>(templates: T, exit: ExitName) {
  return (code: keyof T & string, values: MessageValues = {}, cause?: unknown): CodedError => {
    const template = templates[code];
    if (template === undefined) throw new Error(`no message ${code}`);
    return new CodedError(fill(code, template, values), exit, cause === undefined ? {} : { cause });
  };
}
