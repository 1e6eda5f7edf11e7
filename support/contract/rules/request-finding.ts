import type { Finding } from '../finding.js';
import type { RequestProblem } from '../operation/request-problem.js';
import type { Subject } from '../judge/subject.js';

/** Findings about our own request, which must keep the contract whatever its provenance: a person chose every rule of it. */
export function requestFindings(
  subject: Subject,
  rule: string,
  select: (problem: RequestProblem) => boolean,
): readonly Finding[] {
  return subject
    .requestProblems()
    .filter(select)
    .map(({ expected, received, contract, standing, where }) => {
      const place = where.startsWith('/path/') ? '/request/path' : `/request${where}`;
      return subject.finding(rule, { level: 'fail', expected, received, where: place, contract, standing });
    });
}
