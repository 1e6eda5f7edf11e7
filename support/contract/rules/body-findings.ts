import type { Finding } from '../../judgement/finding.js';
import { findingLevel } from '../judge/finding-level.js';
import type { Problem } from '../schema/problem.js';
import type { FindingLevel } from '../../judgement/provenance.js';
import type { Subject } from '../judge/subject.js';

/** True for a value outside an enum though of the right type: under the vendor's versioning policy that may be an addition. */
export function isNewEnumValue(problem: Problem): boolean {
  return problem.keyword === 'enum' && problem.aspect === 'value';
}

/** The level of a problem by how well its rule is known. */
export function levelOf(problem: Problem): FindingLevel {
  return findingLevel(problem.standing, problem.aspect);
}

/** Findings of one rule about the body of the answer. */
export function bodyFindings(
  subject: Subject,
  rule: string,
  select: (problem: Problem) => boolean,
  level: (problem: Problem) => FindingLevel = levelOf,
): readonly Finding[] {
  return subject
    .bodyProblems()
    .filter(select)
    .map((problem) =>
      subject.finding(rule, { ...problem, where: `/response/body${problem.where}`, level: level(problem) }),
    );
}
