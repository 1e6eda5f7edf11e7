import { errorsOf } from '../messages/coded-error.js';
import { clientMessages, productionMessages } from '../messages/client-messages.js';

/** Our own mistakes in calling (unknown operation, missing parameter): harness errors, exit 3. */
export const clientError = errorsOf(clientMessages, 'harnessError');

/** A target that is not configured for what was asked: exit 78. */
export const clientConfigurationError = errorsOf(clientMessages, 'configuration');

/** Calls refused before they leave, by the production rule or the host guard: exit 77. */
export const clientRefusal = errorsOf({ ...clientMessages, ...productionMessages }, 'refused');
