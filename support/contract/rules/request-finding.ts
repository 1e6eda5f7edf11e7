import type { Finding } from '../../judgement/finding.js';
import { findingLevel } from '../judge/finding-level.js';
import type { RequestProblem } from '../operation/request-problem.js';
import type { FindingLevel } from '../../judgement/provenance.js';
import type { Subject } from '../judge/subject.js';

/**
 * Findings about a request. Our own must keep the contract whatever its provenance: a person chose every rule of it. A call the
 * platform makes to us is its word, like an answer: levels follow provenance, and additions are listed.
 */
export function requestFindings(
  subject: Subject,
  rule: string,
  select: (problem: RequestProblem) => boolean,
): readonly Finding[] {
  return subject
    .requestProblems()
    .filter(select)
    .map((problem) => {
      const { expected, received, contract, standing, where } = problem;
      const level = subject.inbound ? inboundLevel(problem) : 'fail';
      const place = where.startsWith('/path/') ? '/request/path' : `/request${where}`;
      return subject.finding(rule, { level, expected, received, where: place, contract, standing });
    });
}

function inboundLevel(problem: RequestProblem): FindingLevel {
  const addition = problem.rule === 'undocumented' || (problem.keyword === 'enum' && problem.aspect === 'value');
  return addition ? 'advisory' : findingLevel(problem.standing, problem.aspect);
}
