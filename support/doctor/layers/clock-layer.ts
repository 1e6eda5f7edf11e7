import { ok, problem, skip } from '../finding.js';
import type { Finding } from '../layer.js';
import { isEmbedded, type Subject } from '../subject.js';

/** Seconds a clock may be off before it is worth a word. */
const tolerance = 60;

/** Compares this machine's clock with the `Date` header. The header has whole seconds, so smaller offsets mean nothing. */
export async function examineClock(subject: Subject): Promise<Finding> {
  const { response, startedAt, durationMs } = await subject.listCardholders();
  const theirs = Date.parse(response?.headers['date'] ?? '');
  if (Number.isNaN(theirs)) return skip('the answer has no Date header');
  const ours = Date.parse(startedAt) + durationMs / 2;
  const seconds = Math.round((ours - theirs) / 1000);
  if (Math.abs(seconds) <= tolerance) return ok(`within ${tolerance} s of the Date header`);
  if (subject.target.class !== 'real' && !isEmbedded(subject)) {
    return skip('not compared: an emulator keeps its own, faster clock (--time-scale)');
  }
  return problem('warn', 'DOC-331', { seconds: Math.abs(seconds), direction: seconds > 0 ? 'ahead of' : 'behind' });
}
