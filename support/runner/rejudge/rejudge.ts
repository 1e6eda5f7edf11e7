import type { Finding, Judgement } from '../../judgement/finding.js';
import type { Judge } from '../../contract/judge.js';
import type { Exchange } from '../../trace/exchange.js';
import type { Redaction } from '../../trace/mask/redaction.js';
import { compareJudgements } from './compare-judgements.js';
import { isLegalFinding } from './legal-finding.js';
import { maskedPlaces } from './masked-places.js';
import { ProvedRules } from './proved-rules.js';
import { standInExchange } from '../../trace/stand-in/stand-in-exchange.js';

/** What judging a recorded exchange again found. */
export interface JudgedAgain {
  /** Sentences; empty when the recorded judgement follows from the exchange, the contract and the ledger. */
  readonly against: readonly string[];
  /** Rules of which only the ledger knows how the raw value stood to them. */
  readonly onLedger: number;
}

/**
 * Judges a masked exchange again, a stand-in in the place of every label, and compares with the recorded judgement. Where both
 * differ the ledger must hold the proof, and something must have been masked at that place.
 */
export function rejudge(masked: Exchange, redactions: readonly Redaction[], judge: Judge): JudgedAgain {
  const { judgement: recorded } = masked;
  if (recorded === null) return { against: ['it was recorded without a judgement'], onLedger: 0 };
  const standIn = standInExchange(masked, redactions);
  const again = judge(standIn.exchange);
  const isMasked = maskedPlaces(redactions);
  const proved = new ProvedRules(redactions);
  const { violated, kept, wording } = compareJudgements(recorded, again, isMasked);
  const wrong = (finding: Finding): string | null => {
    if (!proved.take('violated', finding)) return `it records ${named(finding)}, and the contract finds none`;
    if (!isMasked(finding.where)) return `the ledger claims ${named(finding)}, and nothing was masked there`;
    return isLegalFinding(finding, standIn.exchange, judge)
      ? null
      : `it records ${named(finding)}, and the contract has no such rule there`;
  };
  const missing = (finding: Finding): string | null => {
    if (!proved.take('kept', finding)) return `the contract finds ${named(finding)}, and it records none`;
    return isMasked(finding.where) ? null : `the ledger waives ${named(finding)}, and nothing was masked there`;
  };
  const against = [
    ...standIn.unexplained.map(({ pointer, label }) => `no line of the ledger explains ${label} at ${pointer}`),
    ...[...violated.map(wrong), ...kept.map(missing)].filter((problem) => problem !== null),
    ...wording,
    ...proved.left().map((line) => `the ledger speaks of ${line}, which the exchange does not show`),
    ...outcomeProblems(recorded, again),
  ];
  return { against, onLedger: violated.length + kept.length };
}

function named({ rule, level, where }: Finding): string {
  return `${rule} (${level}) at ${where}`;
}

/** The outcome follows from the findings, unless something could not be judged at all. */
function outcomeProblems(recorded: Judgement, again: Judgement): string[] {
  const violating = recorded.findings.some(({ level }) => level !== 'advisory');
  const judged = violating ? 'violating' : 'conforming';
  const expected = again.outcome === 'not-judged' ? 'not-judged' : judged;
  if (recorded.outcome !== expected) return [`its judgement is ${recorded.outcome}, and should be ${expected}`];
  if (recorded.outcome !== 'not-judged' || again.outcome !== 'not-judged' || recorded.reason === again.reason)
    return [];
  return [`it was not judged because "${recorded.reason}"; the reason is "${again.reason}"`];
}
