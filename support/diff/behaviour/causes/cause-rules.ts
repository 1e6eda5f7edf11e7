import type { Cause, CauseProof } from '../behaviour-change.js';
import { tellingPair } from '../compare/compare-checks.js';
import type { CauseFacts } from './cause-facts.js';
import { environmentProofs } from './environment-proofs.js';
import { harnessProofs } from './harness-proofs.js';

/** One way to explain a changed verdict: its words, and the proofs it finds; none when it explains nothing. */
export interface CauseRule {
  readonly kind: Cause['kind'];
  readonly words: string;
  readonly proofs: (facts: CauseFacts) => readonly CauseProof[];
}

/** Most proofs of one kind; the rest would say the same. */
const mostProofs = 4;

/** Changes of behaviour that are about the network, not about what the target said. */
const lossRules = new Set(['call-now-unanswered', 'call-now-answered', 'loss-changed']);

/** The best proved first. */
export const causeRules: readonly CauseRule[] = [
  {
    kind: 'environment',
    words: 'calls got no answer in one run and did in the other',
    proofs: lostAnswers,
  },
  {
    kind: 'target-answered-differently',
    words: 'the target answered differently',
    proofs: (facts) => [...checkedAnswers(facts), ...changedAnswers(facts), ...judgedAnswers(facts)],
  },
  {
    kind: 'contract-changed',
    words: 'the runs were judged by different contracts',
    proofs: contractProofs,
  },
  {
    kind: 'unstable',
    words: 'the scenario ended differently in runs of one version, too',
    proofs: instability,
  },
  {
    kind: 'harness-changed',
    words: 'the runs were made by different builds of the harness',
    proofs: harnessProofs,
  },
  {
    kind: 'environment',
    words: 'the runs were made under different conditions',
    proofs: environmentProofs,
  },
];

function lostAnswers({ lost }: CauseFacts): readonly CauseProof[] {
  const labels = (calls: CauseFacts['lost']['old']) =>
    calls
      .map(({ label }) => label)
      .sort()
      .join();
  if (labels(lost.old) === labels(lost.new)) return [];
  const longest = Math.max(lost.old.length, lost.new.length);
  return Array.from({ length: Math.min(longest, mostProofs) }, (_none, at) => [
    { what: 'exchange without an answer', old: lost.old[at]?.exchange ?? null, new: lost.new[at]?.exchange ?? null },
    { what: 'call', old: lost.old[at]?.label ?? null, new: lost.new[at]?.label ?? null },
  ]).flat();
}

/**
 * A check is a function of recorded answers alone. Where answers of another form stand behind it, or where the same code came
 * to another end, the target answered differently. Replayed answers are ours and prove nothing about the target.
 */
function checkedAnswers({ checks, runs, old, new: next }: CauseFacts): readonly CauseProof[] {
  if (old?.marks.includes('harness-only') === true || next?.marks.includes('harness-only') === true) return [];
  return checks.slice(0, mostProofs).flatMap(({ id, old: before, new: after }): CauseProof[] => {
    if (before === null || after === null) return [];
    const forms = (answers: typeof before.answers) => [...new Set(answers.map(({ form }) => form))].sort().join();
    const otherForm = forms(before.answers) !== forms(after.answers);
    const otherValue = sameEyes(runs) && before.received !== after.received;
    if (!otherForm && !otherValue) return [];
    return [
      { what: 'exchange', ...tellingPair(before, after) },
      { what: `received (${id})`, old: before.received, new: after.received },
    ];
  });
}

/** The judge is a function of answer and contract: what it finds in one run only, with the same code, stands in the answers. */
function judgedAnswers({ judged, runs }: CauseFacts): readonly CauseProof[] {
  if (!sameEyes(runs)) return [];
  return judged.slice(0, mostProofs).flatMap(({ rule, came, exchanges }): CauseProof[] => [
    { what: 'exchange', ...exchanges },
    { what: 'rule of the judge', old: came ? null : rule, new: came ? rule : null },
  ]);
}

/** True when both runs were judged by the same code and the same contract. */
function sameEyes({ old, new: next }: CauseFacts['runs']): boolean {
  const sameCode = old.build !== null && old.build.codeSha256 === next.build?.codeSha256;
  return sameCode && old.contract.sha256 === next.contract.sha256;
}

function changedAnswers({ changes }: CauseFacts): readonly CauseProof[] {
  return changes
    .filter(({ rule }) => !lossRules.has(rule))
    .slice(0, mostProofs)
    .flatMap(({ words, fingerprint, exchanges }): CauseProof[] => [
      { what: 'exchange', ...exchanges },
      { what: `change ${fingerprint}`, old: null, new: words },
    ]);
}

function contractProofs({ contract, runs }: CauseFacts): readonly CauseProof[] {
  const [old, next] = [runs.old.contract.sha256, runs.new.contract.sha256];
  if (old === next || contract?.length === 0) return [];
  return [
    { what: 'contract digest', old, new: next },
    ...(contract ?? []).slice(0, mostProofs).map(({ fingerprint, words }) => ({
      ...{ what: `contract change ${fingerprint}`, old: null, new: words },
    })),
  ];
}

function instability({ old, new: next, varies }: CauseFacts): readonly CauseProof[] {
  const mark = (scenario: CauseFacts['old']) => (scenario?.marks.includes('unstable') === true ? 'unstable' : null);
  const marked = mark(old) !== null || mark(next) !== null;
  return [
    ...(marked ? [{ what: 'mark', old: mark(old), new: mark(next) }] : []),
    ...(varies ? [{ what: 'runs of the old version', old: 'ended differently', new: null }] : []),
  ];
}
