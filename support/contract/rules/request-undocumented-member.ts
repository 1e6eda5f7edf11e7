import { found, type JudgeRule } from './judge-rule.js';
import { requestFindings } from './request-finding.js';

/** A request has no query parameter and no body member that the contract does not describe. */
export const requestUndocumentedMember: JudgeRule = {
  id: 'request-undocumented-member',
  title: 'Neither our requests nor calls of the platform carry anything the contract does not know, unless meant to.',
  part: 'request',
  check: (subject) =>
    found(requestFindings(subject, 'request-undocumented-member', ({ rule }) => rule === 'undocumented')),
};
