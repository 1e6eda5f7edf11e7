import { found, type JudgeRule } from './judge-rule.js';
import { requestFindings } from './request-finding.js';

/** Path, query and header parameters of a request are there and have the documented form. */
export const requestParameters: JudgeRule = {
  id: 'request-parameters',
  title:
    'The parameters of our requests and of calls of the platform keep the contract, unless a request was meant to break it.',
  part: 'request',
  check: (subject) => found(requestFindings(subject, 'request-parameters', ({ rule }) => rule === 'parameter')),
};
