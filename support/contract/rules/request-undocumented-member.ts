import { found, type JudgeRule } from './judge-rule.js';
import { requestFindings } from './request-finding.js';

/** Our own request has no query parameter and no body member that the contract does not describe. */
export const requestUndocumentedMember: JudgeRule = {
  id: 'request-undocumented-member',
  title: 'Our own request sends nothing the contract does not know, unless it was meant to.',
  part: 'request',
  check: (subject) =>
    found(requestFindings(subject, 'request-undocumented-member', ({ rule }) => rule === 'undocumented')),
};
