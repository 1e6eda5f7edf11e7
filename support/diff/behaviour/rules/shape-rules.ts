import type { BehaviourRule } from './behaviour-rule.js';

const policy = 'the versioning policy allows new response members at any time';

/** Differences in the form of messages. Source of the classes: docs/versioning-and-changelog. */
export const shapeRules = {
  'member-appeared': { mirror: 'member-vanished', effect: 'additive', says: 'is a new member', because: policy },
  'member-vanished': { mirror: 'member-appeared', effect: 'breaking', says: 'is no longer there' },
  'undocumented-member-appeared': {
    mirror: 'undocumented-member-vanished',
    effect: 'additive',
    says: 'is a new member, which the contract does not name',
    because: policy,
  },
  'undocumented-member-vanished': {
    mirror: 'undocumented-member-appeared',
    effect: 'conditionally-breaking',
    says: 'is no longer there; the contract never named it',
    because: 'nobody should rely on it, and some clients do',
  },
  'member-became-optional': {
    mirror: 'member-became-constant',
    effect: 'conditionally-breaking',
    says: 'is now left out at times; it was always there',
    because: 'a client that takes it for granted fails when it is left out',
  },
  'member-became-constant': {
    mirror: 'member-became-optional',
    effect: 'additive',
    says: 'is now always there; it was left out at times',
  },
  'type-replaced': {
    mirror: 'type-replaced',
    effect: 'breaking',
    says: 'is now {after}, was {before}',
  },
  'type-widened': {
    mirror: 'type-narrowed',
    effect: 'breaking',
    says: 'is now {after}, was always {before}',
  },
  'type-narrowed': {
    mirror: 'type-widened',
    effect: 'conditionally-breaking',
    says: 'is now always {after}, was {before}',
    because: 'the versioning policy calls every changed type breaking, although what is received could be read before',
  },
  'null-appeared': {
    mirror: 'null-vanished',
    effect: 'breaking',
    says: 'is now null at times; it never was',
    because: 'a client that reads the value without asking for null fails',
  },
  'null-vanished': {
    mirror: 'null-appeared',
    effect: 'additive',
    says: 'is no longer null; it was at times',
  },
  'header-appeared': { mirror: 'header-vanished', effect: 'additive', says: 'is a new header' },
  'header-vanished': {
    mirror: 'header-appeared',
    effect: 'conditionally-breaking',
    says: 'is no longer sent',
    because: 'a client that reads the header when it is there finds it no more',
  },
  'value-appeared': {
    mirror: 'value-vanished',
    effect: 'additive',
    says: 'now also is {key}',
    because: 'the contract lists the value',
  },
  'value-vanished': {
    mirror: 'value-appeared',
    effect: 'conditionally-breaking',
    says: 'no longer is {key} where the same scenarios saw it before',
    because: 'a client that waits for a value that never comes waits for ever',
  },
  'undocumented-value-appeared': {
    mirror: 'undocumented-value-vanished',
    effect: 'additive',
    says: 'now also is {key}, which the contract does not list',
    because: 'the versioning policy allows new enum values at any time; a client must be ready for them',
  },
  'undocumented-value-vanished': {
    mirror: 'undocumented-value-appeared',
    effect: 'conditionally-breaking',
    says: 'no longer is {key}, which the contract never listed',
    because: 'nobody should rely on it, and some clients do',
  },
  'media-type-appeared': {
    mirror: 'media-type-vanished',
    effect: 'conditionally-breaking',
    says: 'now also comes as {key}',
    because: 'an answer in another media type reaches clients that do not read it',
  },
  'media-type-vanished': {
    mirror: 'media-type-appeared',
    effect: 'breaking',
    says: 'no longer comes as {key} where the same scenarios saw it before',
  },
} as const satisfies Record<string, BehaviourRule>;
