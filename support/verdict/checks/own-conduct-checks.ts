import { documented } from './define.js';
import { endsAsExpected } from './evaluators/fail-closed.js';
import { noCredentialShared, noDeprecatedCall, onlyCredentialsDiffer } from './evaluators/own-conduct.js';

/** Checks on what the harness itself does and is configured with. */
export const ownConductChecks = {
  'no-deprecated-call': documented(
    'Deprecated operations are neither planned nor called',
    'docs/versioning-and-changelog',
    noDeprecatedCall,
  ),
  'only-credentials-differ': documented(
    'Going live changes address and credentials, and nothing else',
    'docs/sandbox-going-live',
    onlyCredentialsDiffer,
  ),
  'no-credential-shared': documented(
    'Production has credentials of its own',
    'docs/sandbox-going-live',
    noCredentialShared,
  ),
  'harness-ends-as-expected': documented(
    'What goes wrong in the harness, its machine or its input has its own exit code',
    'README.md',
    endsAsExpected,
  ),
};
