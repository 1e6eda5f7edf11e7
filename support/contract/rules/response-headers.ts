import type { Finding } from '../../judgement/finding.js';
import { findingLevel } from '../judge/finding-level.js';
import { pointerOf } from '../../json/json-pointer.js';
import type { ParameterPlan } from '../operation/operation-plan.js';
import { isSecretMember } from '../judge/secret-members.js';
import type { Subject } from '../judge/subject.js';
import { found, type JudgeRule } from './judge-rule.js';

const id = 'response-headers';

/** Documented headers are there when required and have the documented form; Retry-After always has that of RFC 9110. */
export const responseHeaders: JudgeRule = {
  id,
  title: 'Documented response headers are present where required and have the documented form.',
  part: 'response',
  check: (subject) => {
    const documented = subject.documented?.headers ?? [];
    const findings = documented.flatMap((header) => checkHeader(subject, header));
    const covered = documented.some(({ name }) => name === 'retry-after');
    return found(covered ? findings : [...findings, ...checkRetryAfter(subject)]);
  },
};

function checkHeader(subject: Subject, header: ParameterPlan): readonly Finding[] {
  const { name, required, pointer, standing, check, read } = header;
  const where = pointerOf('response', 'headers', name);
  const text = subject.response?.headers[name];
  if (text === undefined) {
    const detail = { expected: `the header ${name}`, received: 'no such header', contract: pointer, where, standing };
    return required ? [subject.finding(id, { ...detail, level: findingLevel(standing, 'presence') })] : [];
  }
  return check.problems(read(text)).map((problem) => {
    const received = isSecretMember(null, name) ? `a text of ${text.length} characters` : problem.received;
    const level = findingLevel(problem.standing, problem.aspect);
    return subject.finding(id, { ...problem, level, where: where + problem.where, received });
  });
}

const retryAfterForm = /^(\d+|(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT)$/;

function checkRetryAfter(subject: Subject): readonly Finding[] {
  const text = subject.response?.headers['retry-after'];
  if (text === undefined || retryAfterForm.test(text.trim())) return [];
  return [
    subject.finding(id, {
      level: 'review',
      expected: 'whole seconds or an HTTP date (RFC 9110)',
      received: JSON.stringify(text.slice(0, 60)),
      where: pointerOf('response', 'headers', 'retry-after'),
      contract: '',
      standing: { provenance: 'assumed', source: '', questions: [] },
    }),
  ];
}
