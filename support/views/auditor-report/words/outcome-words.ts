import type { GateStep } from '../../../verdict/gate-step.js';
import type { CheckOutcome, Mark, RequirementOutcome, ScenarioVerdict } from '../../../verdict/verdict.js';
import type { EvidenceCategory } from '../../../verdict/requirement.js';
import type { FindingLevel } from '../../../judgement/provenance.js';
import { markup, type Html } from '../html/markup.js';
import { badge, type Tone } from './tone.js';

/** Tones of a row's outcome; the words themselves are those of the pack. */
const outcomeTones: Readonly<Record<RequirementOutcome, Tone>> = {
  demonstrated: 'good',
  'demonstrated-with-advisory': 'warn',
  contradicted: 'bad',
  'not-demonstrated': 'bad',
  'not-applicable': 'quiet',
  'out-of-scope': 'quiet',
};

const verdictTones: Readonly<Record<ScenarioVerdict, Tone>> = {
  fail: 'bad',
  'harness-error': 'bad',
  inconclusive: 'bad',
  vacuous: 'bad',
  'not-run': 'warn',
  review: 'warn',
  advisory: 'warn',
  pass: 'good',
  'not-applicable': 'quiet',
};

const checkTones: Readonly<Record<CheckOutcome, Tone>> = { met: 'good', violated: 'bad', undetermined: 'warn' };
const stepTones: Readonly<Record<GateStep['outcome'], Tone>> = { passed: 'good', failed: 'bad', noted: 'warn' };
const levelTones: Readonly<Record<FindingLevel | 'undetermined', Tone>> = {
  fail: 'bad',
  undetermined: 'bad',
  review: 'warn',
  advisory: 'quiet',
};

const stepWords: Readonly<Record<GateStep['outcome'], string>> = {
  passed: 'holds',
  failed: 'does not hold',
  noted: 'noted',
};

/** What each mark means, for the legend. */
export const markWords: Readonly<Record<Mark, string>> = {
  simulated: 'did not run against a real target: an emulator, or a server on this machine',
  attested: 'a named person vouches for it; no software saw it',
  unstable: 'ended differently when it was repeated',
  waived: 'something that did not hold is covered by a waiver, named below with reason, person and expiry',
  softened:
    'calls an operation of which a rule of the published contract was weaker in the contract that judged; named below',
  'carried-over': 'taken from an earlier, verified pack',
  'harness-only':
    'an answer replayed to the harness’s own client; it says nothing about the target or another application',
  'expected-invalid': 'sends something wrong on purpose, to see it refused',
};

/** The auditor’s four categories, in the order they are asked for. Source: docs/sandbox-going-live. */
export const categoryWords: Readonly<Record<EvidenceCategory, string>> = {
  'call-traces': 'API call traces',
  'state-transitions': 'State transitions',
  'error-handling': 'Error handling',
  reconciliation: 'Reconciliation',
};

/** Outcome of a row. */
export const outcomeBadge = (word: RequirementOutcome): Html => badge(word, outcomeTones[word]);

/** Verdict of a scenario. */
export const verdictBadge = (word: ScenarioVerdict): Html => badge(word, verdictTones[word]);

/** Outcome of a check. */
export const checkBadge = (word: CheckOutcome): Html => badge(word, checkTones[word]);

/** Outcome of a step of the gate. */
export const stepBadge = (word: GateStep['outcome']): Html => badge(stepWords[word], stepTones[word]);

/** Stands before a step of the gate that is about nothing in this run. */
export const notArisingBadge: Html = badge('does not arise', 'quiet');

/** Level of a finding. */
export const levelBadge = (word: FindingLevel | 'undetermined'): Html => badge(word, levelTones[word]);

/** Marks beside an outcome; each is explained by the legend and by its title. */
export function markTags(marks: readonly Mark[]): Html {
  return markup`${marks.map((mark) => markup` <span class="mark" title="${markWords[mark]}">${mark}</span>`)}`;
}
