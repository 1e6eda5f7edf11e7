import { parseYaml } from '../../config/parse-yaml.js';
import { readProblem } from '../../config/read-problem.js';
import { errorsOf } from '../../messages/coded-error.js';
import { approvalMessages } from '../../messages/approval-messages.js';
import { shapeProblem } from '../../config/evidence-schema.js';
import type { Approval } from './approval.js';

const refused = errorsOf(approvalMessages, 'configuration');

/**
 * Reads a file of approvals, YAML or JSON. APV-101 (78) when it cannot be read, APV-102 (78) with the pointer for an unknown
 * member, a value of another form, a day that no calendar has, and a fingerprint that is decided upon twice.
 */
export async function loadApprovals(file: string, read: (file: string) => Promise<string>): Promise<Approval[]> {
  const value = await parsed(file, read);
  const problem = shapeProblem('approvals', value);
  if (problem !== null) throw badForm(file, problem.where, problem.expected, problem.received);
  const approvals = value as Approval[];
  for (const [index, { fingerprint, expires }] of approvals.entries()) {
    if (!isDay(expires)) throw badForm(file, `/${index}/expires`, 'a day of the calendar', JSON.stringify(expires));
    if (approvals.findIndex((other) => other.fingerprint === fingerprint) !== index) {
      throw badForm(file, `/${index}/fingerprint`, 'one decision a fingerprint', `${fingerprint} again`);
    }
  }
  return approvals;
}

async function parsed(file: string, read: (file: string) => Promise<string>): Promise<unknown> {
  const text = await read(file).catch((cause: unknown) => {
    throw refused('APV-101', { file, problem: readProblem(cause) }, cause);
  });
  try {
    return parseYaml(text);
  } catch (cause) {
    throw refused('APV-101', { file, problem: cause instanceof Error ? cause.message : 'it is not YAML' }, cause);
  }
}

function badForm(file: string, pointer: string, expected: string, received: string): Error {
  return refused('APV-102', { file, pointer, expected, received });
}

/** `2026-02-30` has the form of a day and is none. */
function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
}
