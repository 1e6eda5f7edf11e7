import type { DiffRule, Effect } from '../diff-rule.js';

const narrowed: Effect = { request: 'breaking', response: 'additive' };
const widened: Effect = { request: 'additive', response: 'breaking' };

/** Differences in how a schema is put together. */
export const structureRules = {
  'optional-member-added': {
    mirror: 'optional-member-removed',
    effect: 'additive',
    says: 'has the new optional member {key}',
  },
  'optional-member-removed': {
    mirror: 'optional-member-added',
    effect: 'breaking',
    says: 'no longer has the optional member {key}',
  },
  'required-member-added': {
    mirror: 'required-member-removed',
    effect: { request: 'breaking', response: 'additive' },
    says: 'has the new required member {key}',
  },
  'required-member-removed': {
    mirror: 'required-member-added',
    effect: 'breaking',
    says: 'no longer has the required member {key}',
  },
  'member-renamed': { mirror: 'member-renamed', effect: 'breaking', says: 'calls its member {before} now {after}' },
  'member-became-required': { mirror: 'member-became-optional', effect: narrowed, says: 'now requires {key}' },
  'member-became-optional': { mirror: 'member-became-required', effect: widened, says: 'no longer requires {key}' },
  'other-members-forbidden': {
    mirror: 'other-members-admitted',
    effect: narrowed,
    says: 'no longer admits members beside the listed ones ({key})',
  },
  'other-members-admitted': {
    mirror: 'other-members-forbidden',
    effect: 'additive',
    says: 'now admits members beside the listed ones ({key})',
    because: 'the versioning policy allows new response members at any time',
  },
  'part-constrained': { mirror: 'part-freed', effect: narrowed, says: 'now constrains {key}' },
  'part-freed': { mirror: 'part-constrained', effect: widened, says: 'no longer constrains {key}' },
  'alternative-added': { mirror: 'alternative-removed', effect: widened, says: 'has one more alternative ({key})' },
  'alternative-removed': {
    mirror: 'alternative-added',
    effect: { request: 'breaking', response: 'conditionally-breaking' },
    says: 'has one alternative less ({key})',
    because: 'a client that waits for the form that never comes waits for ever',
  },
  'condition-changed': {
    mirror: 'condition-changed',
    effect: 'unknown',
    says: 'depends on another condition ({key})',
    because: 'whether a condition admits more or less depends on both of its branches',
  },
  'discriminator-changed': {
    mirror: 'discriminator-changed',
    effect: 'unknown',
    says: 'tells its alternatives apart in another way',
    because: 'which values now mean which alternative is not worked out here',
  },
  'definition-added': { mirror: 'definition-removed', effect: 'cosmetic', says: 'defines {key}' },
  'definition-removed': { mirror: 'definition-added', effect: 'cosmetic', says: 'no longer defines {key}' },
} as const satisfies Record<string, DiffRule>;
