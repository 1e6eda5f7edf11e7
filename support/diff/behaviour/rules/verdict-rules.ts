import type { BehaviourRule } from './behaviour-rule.js';

const says = 'is now {after}, was {before}';
const legal = 'the target does something legal that clients may not expect; the advisory says what';
const open = 'whether the target still does what the row asks for was not shown';

/** Differences in how rows, scenarios and checks ended, and in the rules over all traffic. */
export const verdictRules = {
  'row-contradicted': { mirror: 'row-no-longer-contradicted', effect: 'breaking', says },
  'row-no-longer-contradicted': { mirror: 'row-contradicted', effect: 'additive', says },
  'row-no-longer-demonstrated': { mirror: 'row-now-demonstrated', effect: 'unknown', says, because: open },
  'row-now-demonstrated': { mirror: 'row-no-longer-demonstrated', effect: 'additive', says },
  'row-now-with-advisory': {
    mirror: 'row-no-longer-with-advisory',
    effect: 'conditionally-breaking',
    says,
    because: legal,
  },
  'row-no-longer-with-advisory': { mirror: 'row-now-with-advisory', effect: 'additive', says },
  'row-now-left-out': {
    mirror: 'row-no-longer-left-out',
    effect: 'unknown',
    says,
    because: 'a row that does not apply says nothing about the target',
  },
  'row-no-longer-left-out': { mirror: 'row-now-left-out', effect: 'additive', says },
  'scenario-failed': { mirror: 'scenario-no-longer-failed', effect: 'breaking', says },
  'scenario-no-longer-failed': { mirror: 'scenario-failed', effect: 'additive', says },
  'scenario-now-with-advisory': {
    mirror: 'scenario-no-longer-with-advisory',
    effect: 'conditionally-breaking',
    says,
    because: legal,
  },
  'scenario-no-longer-with-advisory': { mirror: 'scenario-now-with-advisory', effect: 'additive', says },
  'scenario-worse': {
    mirror: 'scenario-better',
    effect: 'unknown',
    says,
    because: 'what it was to show was not shown, or a person has to decide',
  },
  'scenario-better': { mirror: 'scenario-worse', effect: 'additive', says },
  'scenario-added': { mirror: 'scenario-removed', effect: 'cosmetic', says: 'is new in this harness' },
  'scenario-removed': {
    mirror: 'scenario-added',
    effect: 'unknown',
    says: 'is no longer part of this harness',
    because: 'what it proved is no longer looked at',
  },
  'check-violated': { mirror: 'check-no-longer-violated', effect: 'breaking', says },
  'check-no-longer-violated': { mirror: 'check-violated', effect: 'additive', says },
  'assumed-check-violated': {
    mirror: 'assumed-check-no-longer-violated',
    effect: 'unknown',
    says,
    because: 'no page of the vendor states the rule, so a person decides',
  },
  'assumed-check-no-longer-violated': { mirror: 'assumed-check-violated', effect: 'additive', says },
  'check-undecided': {
    mirror: 'check-decided',
    effect: 'unknown',
    says,
    because: 'a check that cannot be decided proves nothing',
  },
  'check-decided': { mirror: 'check-undecided', effect: 'additive', says },
  'check-added': { mirror: 'check-removed', effect: 'cosmetic', says: 'ran, and did not before' },
  'check-removed': {
    mirror: 'check-added',
    effect: 'unknown',
    says: 'did not run, and did before',
    because: 'a check that did not run proves nothing',
  },
  'invariant-violated': { mirror: 'invariant-no-longer-violated', effect: 'breaking', says },
  'invariant-no-longer-violated': { mirror: 'invariant-violated', effect: 'additive', says },
  'assumed-invariant-violated': {
    mirror: 'assumed-invariant-no-longer-violated',
    effect: 'unknown',
    says,
    because: 'no page of the vendor settles the rule, so a person decides',
  },
  'assumed-invariant-no-longer-violated': { mirror: 'assumed-invariant-violated', effect: 'additive', says },
  'nothing-compared': {
    mirror: 'nothing-compared',
    effect: 'unknown',
    says: 'share no scenario, so nothing could be compared',
    because: 'two runs that never did the same thing say nothing about each other',
  },
} as const satisfies Record<string, BehaviourRule>;
