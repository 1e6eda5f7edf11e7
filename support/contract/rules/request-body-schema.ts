import { found, type JudgeRule } from './judge-rule.js';
import { requestFindings } from './request-finding.js';

/** The body of a request is there, has a documented media type, is JSON and satisfies its schema. */
export const requestBodySchema: JudgeRule = {
  id: 'request-body-schema',
  title: 'The body of our requests and of calls of the platform keeps the contract, unless it was meant to break it.',
  part: 'request',
  check: (subject) => found(requestFindings(subject, 'request-body-schema', ({ rule }) => rule === 'body')),
};
