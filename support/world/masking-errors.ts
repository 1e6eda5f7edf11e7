import { hasRunContext, runContext } from '../runner/run-context.js';

type Definition = (this: unknown, ...values: unknown[]) => unknown;

/**
 * Wraps a step or hook so that whatever it throws has its texts masked: Cucumber hands errors to every formatter, on the
 * console or in a file of somebody's choice. An error keeps its class, its code and the lines of its stack.
 */
export function maskingErrors(definition: Definition): Definition {
  return function (this: unknown, ...values: unknown[]): unknown {
    try {
      const returned = definition.apply(this, values);
      return returned instanceof Promise ? returned.catch(throwMasked) : returned;
    } catch (error) {
      return throwMasked(error);
    }
  };
}

function throwMasked(error: unknown): never {
  if (!hasRunContext()) throw error;
  const { recorder } = runContext();
  if (!(error instanceof Error)) throw new Error('something that is no error was thrown');
  error.message = recorder.maskText(error.message);
  if (error.stack !== undefined) error.stack = recorder.maskText(error.stack);
  throw error;
}
