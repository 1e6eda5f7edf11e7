import { found, type JudgeRule } from './judge-rule.js';
import { requestFindings } from './request-finding.js';

/** Path, query and header parameters of our own request are there and have the documented form. */
export const requestParameters: JudgeRule = {
  id: 'request-parameters',
  title: 'The parameters of our own request keep the contract, unless it was meant to break it.',
  part: 'request',
  check: (subject) => found(requestFindings(subject, 'request-parameters', ({ rule }) => rule === 'parameter')),
};
