import type { BehaviourChange, Cause, CauseProof, ExchangePair, VerdictChange } from '../behaviour-change.js';
import type { RawVerdictChange } from '../compare/raw-verdict-change.js';
import { causeFacts, type CauseFacts } from './cause-facts.js';
import type { ComparedFacts } from './compared-facts.js';
import type { JudgedDifference } from './judged-difference.js';
import { causeRules } from './cause-rules.js';
import { findingsOfRow, judgedDifferences } from './judged-differences.js';

/** Most proofs that a cause shows. */
const mostProofs = 8;

/** Adds to a changed verdict why it changed, and the exchanges that show it. */
export function explained(
  change: BehaviourChange,
  { subject, id }: Pick<RawVerdictChange, 'subject' | 'id'>,
  facts: ComparedFacts,
): VerdictChange {
  const causes = causesOf(change, { subject, id }, facts);
  const requirements = subject === 'requirement' ? [id] : change.requirements;
  const { old, new: next } = change.exchanges;
  const exchanges = old === null && next === null ? pairIn(causes) : change.exchanges;
  return { ...change, requirements, exchanges, subject, id, causes };
}

function causesOf(
  { scenarios, exchanges, after }: BehaviourChange,
  { subject, id }: Pick<RawVerdictChange, 'subject' | 'id'>,
  facts: ComparedFacts,
): readonly Cause[] {
  const asked = scenarios.map((scenario) => causeFacts(facts, scenario, subject === 'check' ? id : null));
  const telling = subject === 'requirement' ? asked.filter(endedDifferently) : asked;
  const beside = {
    requirement: () => [besideScenarios(facts, id, asked.length === 0)],
    scenario: () => [],
    check: () => [],
    invariant: () => [overTraffic(facts, id, { exchanges, came: after === 'violated' })],
  } satisfies Record<typeof subject, () => readonly CauseFacts[]>;
  const found = [...telling, ...beside[subject]()];
  const causes = causeRules.flatMap(({ kind, words, proofs }): Cause[] => {
    const all = unique(found.flatMap(proofs)).slice(0, mostProofs);
    return all.length === 0 ? [] : [{ kind, words, proofs: all }];
  });
  return causes.length > 0 ? causes : [unexplained(facts)];
}

function endedDifferently({ old, new: next, checks }: CauseFacts): boolean {
  return old?.verdict !== next?.verdict || checks.length > 0;
}

/** What explains a row beside its own scenarios: what was found, anywhere in the run, in operations that answer for it. */
function besideScenarios(facts: ComparedFacts, row: string, alone: boolean): CauseFacts {
  const { old, new: next } = facts;
  // Beside scenarios, these say which changes of the contract matter.
  const contract = alone ? facts.contract : [];
  return {
    ...{ runs: { old: old.run, new: next.run }, old: null, new: null, checks: [], changes: [], contract },
    judged: judgedDifferences(facts, findingsOfRow(old, row), findingsOfRow(next, row)),
    ...{ lost: { old: [], new: [] }, varies: false, more: markProofs(facts, row) },
  };
}

/** What explains a rule over all traffic: it is a function of the exchanges alone, like the judge's. */
function overTraffic(
  { old, new: next, contract }: ComparedFacts,
  rule: string,
  { exchanges, came }: Pick<JudgedDifference, 'exchanges' | 'came'>,
): CauseFacts {
  return {
    ...{ runs: { old: old.run, new: next.run }, old: null, new: null, checks: [], changes: [], contract },
    ...{ judged: [{ rule, came, exchanges }], lost: { old: [], new: [] }, varies: false, more: [] },
  };
}

/** What people gave for a row in one of the runs, such as an attestation. */
function markProofs({ old, new: next }: ComparedFacts, id: string): readonly CauseProof[] {
  const marks = ({ requirements }: ComparedFacts['old']) =>
    requirements.find((row) => row.id === id)?.marks.join(', ') ?? '';
  const [before, after] = [marks(old), marks(next)];
  return before === after ? [] : [{ what: 'marks of the row', old: before || 'none', new: after || 'none' }];
}

function unexplained({ old, new: next }: ComparedFacts): Cause {
  const seeds = { what: 'seed', old: String(old.run.seed), new: String(next.run.seed) };
  return {
    kind: 'unknown',
    words: 'nothing that was recorded explains it',
    proofs: old.run.seed === next.run.seed ? [] : [seeds],
  };
}

function unique(proofs: readonly CauseProof[]): readonly CauseProof[] {
  return [...new Map(proofs.map((proof) => [JSON.stringify(proof), proof])).values()];
}

function pairIn(causes: readonly Cause[]): ExchangePair {
  const proofs = causes.flatMap(({ proofs: all }) => all.filter(({ what }) => what.startsWith('exchange')));
  return { old: proofs[0]?.old ?? null, new: proofs[0]?.new ?? null };
}
