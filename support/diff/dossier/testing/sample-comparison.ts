import type { Exchange } from '../../../trace/exchange.js';
import { aRow } from '../../../verdict/testing/samples.js';
import { anExchange, aKnownScenario, aRun } from '../../../evidence/testing/sample-run.js';
import type { Approval } from '../../approvals/approval.js';
import type { BehaviourChange, VerdictChange } from '../../behaviour/behaviour-change.js';
import type { BehaviourDiff } from '../../behaviour/behaviour-diff.js';
import type { ObservedBehaviour, ObservedRun } from '../../behaviour/observed-behaviour.js';
import type { ImpactedDiff } from '../../impact/impacted-diff.js';
import type { Baseline } from '../baseline.js';
import { dossierOf, type DossierParts } from '../dossier-of.js';
import type { RunComparison } from '../run-comparison.js';

/** The facts of a run that is compared. */
export function anObservedRun(change: Partial<ObservedRun> = {}): ObservedRun {
  return {
    ...{ runId: 'run-20261121T080000Z-aaaaaa', startedAt: '2026-11-21T08:00:00.000Z', decision: 'practice-pass' },
    ...{ partial: false, seed: 1, target: { environment: 'emulator', class: 'emulator', host: '127.0.0.1' } },
    contract: { sha256: 'a'.repeat(64), version: '2.0' },
    build: { version: '0.1.0', commit: null, codeSha256: 'c'.repeat(64), lockSha256: 'd'.repeat(64), node: 'v20.20.2' },
    ...{ profileSha256: 'e'.repeat(64), interrupted: false, openSteps: [] },
    ...change,
  };
}

/** The pack of ten days before. */
export function aBaseline(change: Partial<Baseline> = {}): Baseline {
  return {
    ...{ runId: 'run-20261111T080000Z-bbbbbb', manifestSha256: '1'.repeat(64), keyId: '2'.repeat(64) },
    ...{ startedAt: '2026-11-11T08:00:00.000Z', decision: 'practice-pass', program: 'sample' },
    ...{ adHocKey: true, verified: 'whole', noise: [], ...change },
  };
}

/** A member that vanished from an answer of TM-29. */
export function aBehaviourChange(change: Partial<BehaviourChange> = {}): BehaviourChange {
  return {
    ...{ rule: 'member-vanished', class: 'breaking', fingerprint: '0a0a0a0a0a0a', because: null },
    ...{ place: 'getCard success /body/alias', words: 'getCard success /body/alias is no longer there' },
    ...{ before: 'string', after: null, operationId: 'getCard' },
    ...{ scenarios: ['cards/hold:block-a-card'], requirements: ['TM-29'] },
    exchanges: { old: 'x-000010', new: 'x-000001' },
    ...change,
  };
}

/** TM-29, contradicted because the target answered differently. */
function aVerdictChange(change: Partial<VerdictChange> = {}): VerdictChange {
  return {
    ...aBehaviourChange({
      rule: 'row-contradicted',
      fingerprint: '0b0b0b0b0b0b',
      place: 'row TM-29',
      operationId: null,
    }),
    ...{ words: 'row TM-29 is now contradicted, was demonstrated', subject: 'requirement', id: 'TM-29' },
    causes: [
      {
        ...{ kind: 'target-answered-differently', words: 'same contract, same harness, another answer' },
        proofs: [{ what: 'exchange', old: 'x-000010', new: 'x-000001' }],
      },
    ],
    ...change,
  };
}

/** Two runs with these differences, ten days apart. */
export function aBehaviourDiff(change: Partial<BehaviourDiff> = {}): BehaviourDiff {
  const { runId, startedAt } = aBaseline();
  return {
    ...{ old: anObservedRun({ runId, startedAt }), new: anObservedRun(), class: 'breaking', compared: 1 },
    ...{ changes: [aBehaviourChange()], verdicts: [aVerdictChange()], notObserved: [], noise: null },
    ...change,
  };
}

/** What the earlier run saw, as far as a dossier needs it. */
export function anObservation(change: Partial<ObservedBehaviour> = {}): ObservedBehaviour {
  const rows = ['TM-29', 'TM-36'].map((id) => ({
    ...{ id, title: `title of ${id}`, outcome: 'demonstrated' as const, marks: [], reason: null, scenarios: [] },
  }));
  const { runId, startedAt } = aBaseline();
  return {
    ...{ run: anObservedRun({ runId, startedAt }), scenarios: [], outside: [], requirements: rows, catalogue: [] },
    ...{ invariants: [], operations: [], stages: [], ...change },
  };
}

/** Two contracts without a difference. */
function noContractChange(change: Partial<ImpactedDiff> = {}): ImpactedDiff {
  const side = { file: 'plan/contract.json', version: '2.0' };
  const coverage = { runId: aBaseline().runId, affected: { requirements: [], scenarios: [] }, unexercised: [] };
  return { old: side, new: side, changes: [], coverage, ...change };
}

/** Everything a dossier is made from: the row TM-29 changed, TM-36 was not run this time. */
export function dossierParts(change: Partial<DossierParts> = {}): DossierParts {
  const { requirements } = aRun();
  const [blocked] = requirements;
  if (blocked === undefined) throw new Error('the sample run has no row');
  const contradicted = { ...blocked, outcome: 'contradicted' as const, reason: 'a check is violated' };
  return {
    ...{ baseline: aBaseline(), before: anObservation(), approvals: [], contract: noContractChange() },
    ...{ behaviour: aBehaviourDiff(), known: [aKnownScenario()] },
    run: { requirements: [contradicted], catalogue: [aRow({ area: 'card lifecycle' })], carried: null },
    ...change,
  };
}

/** An approval of the vanished member. */
export function anApproval(change: Partial<Approval> = {}): Approval {
  const reason = 'announced for 2.1';
  return {
    fingerprint: '0a0a0a0a0a0a',
    decision: 'expected',
    reason,
    by: 'A. Person',
    expires: '2026-12-31',
    ...change,
  };
}

/** A whole comparison in which everything that people or targets wrote is `text`. */
export function someComparison(text: string): RunComparison {
  const quote: Exchange = anExchange({
    id: 'x-000010',
    response: {
      status: 200,
      headers: { 'x-odd': text },
      body: { kind: 'json', value: { [text]: text }, duplicateKeys: [] },
    },
  });
  const behaviour = aBehaviourDiff({
    old: anObservedRun({ runId: aBaseline().runId, target: { environment: 'staging', class: 'real', host: text } }),
    changes: [
      aBehaviourChange({ words: text, because: text }),
      aBehaviourChange({ class: 'additive', rule: 'member-appeared', fingerprint: '0c0c0c0c0c0c', words: text }),
    ],
    verdicts: [
      aVerdictChange({
        words: text,
        causes: [
          { kind: 'unknown', words: text, proofs: [{ what: text, old: text, new: null }] },
          ...aVerdictChange().causes,
        ],
      }),
    ],
  });
  const contract = noContractChange();
  const approvals = [
    anApproval({ reason: text, by: text }),
    anApproval({ fingerprint: 'ffffffffffff', reason: text }),
    anApproval({ fingerprint: '0b0b0b0b0b0b', expires: '2026-01-01' }),
  ];
  const dossier = dossierOf(dossierParts({ behaviour, contract, approvals, baseline: aBaseline({ program: text }) }));
  return { contract, behaviour, dossier, quotes: new Map([['x-000010', quote]]) };
}
