import { documented } from './define.js';
import { noDeprecatedCall } from './evaluators/own-conduct.js';

/** Checks on what the harness itself does and is configured with. */
export const ownConductChecks = {
  'no-deprecated-call': documented(
    'Deprecated operations are neither planned nor called',
    'docs/versioning-and-changelog',
    noDeprecatedCall,
  ),
};
