import type { Exchange } from '../../../trace/exchange.js';
import { exitCode, type ExitCode } from '../../../messages/exit-code.js';
import { unreachable } from '../../../messages/unreachable.js';
import type { CheckRecord } from '../../../verdict/check.js';
import { violationLevel } from '../../../verdict/violation-level.js';
import { weigh } from '../try-mutant.js';
import { wireKind } from '../wire-kinds.js';
import type { ExpectedClass, Sighting, WireMutant, WireTrial } from '../wire-mutant.js';

/** What a run left behind whose target altered one answer. */
export interface SentRun {
  readonly exitCode: ExitCode;
  /** `traceparent` of the request whose answer was altered; null when no answer fitted. */
  readonly altered: string | null;
  /** As recorded, judged. */
  readonly exchanges: readonly Exchange[];
  readonly checks: readonly CheckRecord[];
}

/** Whether a run may end so, given what its altered answer should bring. */
const mayEnd: Readonly<Record<ExpectedClass, (code: ExitCode) => boolean>> = {
  fail: (code) => code === exitCode.rejected,
  // What follows in the scenario may be rejected as well.
  'not-judged': (code) => code !== exitCode.ok,
  review: () => true,
  advisory: () => true,
  legal: (code) => code !== exitCode.rejected,
};

/**
 * What became of a mutant that was sent. The judgement of the altered exchange decides, and the run has to end as the class
 * demands; a legal one must not lead to a rejection. Where no answer was altered, nothing is proved.
 */
export function sentTrial(mutant: WireMutant, run: SentRun): WireTrial {
  const exchange = run.exchanges.find(({ request }) => request.headers['traceparent'] === run.altered);
  const trial = weigh(mutant, [], seenIn(mutant, run, exchange));
  if (run.altered === null || exchange === undefined) return { ...trial, outcome: 'unclean' };
  if (trial.outcome !== 'killed' || mayEnd[mutant.expected](run.exitCode)) return trial;
  return { ...trial, outcome: mutant.expected === 'legal' ? 'false-alarm' : 'survived' };
}

function seenIn({ kind }: WireMutant, run: SentRun, exchange: Exchange | undefined): readonly Sighting[] {
  const { noticedBy } = wireKind(kind);
  switch (noticedBy) {
    case 'judge':
      return exchange === undefined ? [] : judged(exchange);
    case 'checks':
      return run.checks
        .filter(({ outcome }) => outcome === 'violated')
        .map((check) => ({ by: `check ${check.check}`, level: violationLevel(check), where: '' }));
    default:
      return unreachable(noticedBy, 'way to notice a mutant');
  }
}

function judged({ judgement }: Exchange): readonly Sighting[] {
  const findings = (judgement?.findings ?? []).map(({ rule, level, where }) => ({ by: `rule ${rule}`, level, where }));
  if (judgement?.outcome !== 'not-judged') return findings;
  return [...findings, { by: 'judge', level: 'not-judged', where: '' }];
}
