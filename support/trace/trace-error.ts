import { errorsOf } from '../messages/coded-error.js';
import { traceMessages } from '../messages/trace-messages.js';

/** Evidence that cannot be written is a harness error, exit 3. */
export const traceError = errorsOf(traceMessages, 'harnessError');

/** An unknown word for the log level is a usage error, exit 64. */
export const logLevelError = errorsOf(traceMessages, 'usage');
