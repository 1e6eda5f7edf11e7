import type { OpenPack } from '../evidence/verify/open-pack.js';
import { bytesOf } from '../evidence/verify/open-pack.js';
import { errorsOf } from '../messages/coded-error.js';
import { coverageUsageMessages } from '../messages/coverage-messages.js';
import { shapeProblem } from '../config/evidence-schema.js';
import { coverageFile, type Coverage } from './coverage.js';

const unreadable = errorsOf(coverageUsageMessages, 'usage');

/** The coverage a pack carries. COV-101 (exit 64) where there is none that can be read; `verify` says whether it is right. */
export async function readCoverage(pack: OpenPack): Promise<Coverage> {
  const run = pack.place;
  if (pack.file(coverageFile) === null) throw unreadable('COV-101', { run, problem: 'there is no such file' });
  let value: unknown;
  try {
    value = JSON.parse((await bytesOf(pack, coverageFile)).toString('utf8'));
  } catch (cause) {
    throw unreadable('COV-101', { run, problem: 'it is not JSON' }, cause);
  }
  const problem = shapeProblem('coverage', value);
  if (problem === null) return value as Coverage;
  const { where, expected, received } = problem;
  throw unreadable('COV-101', { run, problem: `expected ${expected} at ${where}, received ${received}` });
}
