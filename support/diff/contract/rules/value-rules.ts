import type { DiffRule, Effect } from '../diff-rule.js';

/** Fewer values than before: what we send may be refused, what we receive we could read already. */
const narrowed: Effect = { request: 'breaking', response: 'additive' };
/** More values than before: what we send still fits, what we receive may be something we never saw. */
const widened: Effect = { request: 'additive', response: 'breaking' };

/** Differences of a schema's constraints on values. */
export const valueRules = {
  'type-widened': { mirror: 'type-narrowed', effect: widened, says: 'is now {after}, was {before}' },
  'type-narrowed': {
    mirror: 'type-widened',
    effect: { request: 'breaking', response: 'conditionally-breaking' },
    says: 'is now only {after}, was {before}',
    because:
      'the versioning policy calls every changed type breaking, although what is still received could be read before',
  },
  'type-changed': { mirror: 'type-changed', effect: 'breaking', says: 'changed its type from {before} to {after}' },
  'null-admitted': { mirror: 'null-excluded', effect: widened, says: 'may now be null' },
  'null-excluded': { mirror: 'null-admitted', effect: narrowed, says: 'may no longer be null' },
  'enum-value-added': {
    mirror: 'enum-value-removed',
    effect: 'additive',
    says: 'may now be {key}',
    because: 'the versioning policy allows new enum values at any time',
  },
  'enum-value-removed': {
    mirror: 'enum-value-added',
    effect: { request: 'breaking', response: 'conditionally-breaking' },
    says: 'may no longer be {key}',
    because: 'a client that waits for a value that never comes waits for ever',
  },
  'closed-enum-value-added': {
    mirror: 'closed-enum-value-removed',
    effect: widened,
    says: 'may now be {key}, although the list of values was said to be complete',
  },
  'closed-enum-value-removed': {
    mirror: 'closed-enum-value-added',
    effect: { request: 'breaking', response: 'conditionally-breaking' },
    says: 'may no longer be {key}',
    because: 'a client that waits for a value that never comes waits for ever',
  },
  'values-limited': { mirror: 'values-freed', effect: narrowed, says: 'is now limited to {after}' },
  'values-freed': { mirror: 'values-limited', effect: widened, says: 'is no longer limited to {before}' },
  'limit-tightened': {
    mirror: 'limit-loosened',
    effect: narrowed,
    says: 'has a tighter {key}: {after}, was {before}',
  },
  'limit-loosened': {
    mirror: 'limit-tightened',
    effect: widened,
    says: 'has a looser {key}: {after}, was {before}',
  },
  'limit-changed': { mirror: 'limit-changed', effect: 'breaking', says: 'has another {key}: {after}, was {before}' },
  'pattern-introduced': { mirror: 'pattern-lifted', effect: narrowed, says: 'must now match {after}' },
  'pattern-lifted': { mirror: 'pattern-introduced', effect: widened, says: 'need no longer match {before}' },
  'pattern-changed': {
    mirror: 'pattern-changed',
    effect: 'unknown',
    says: 'must now match {after} instead of {before}',
    because: 'which of two patterns admits more is not decided here',
  },
  'format-introduced': {
    mirror: 'format-lifted',
    effect: { request: 'conditionally-breaking', response: 'additive' },
    says: 'now has the format {after}',
    because: 'not every server refuses a value for its format',
  },
  'format-lifted': {
    mirror: 'format-introduced',
    effect: { request: 'additive', response: 'conditionally-breaking' },
    says: 'no longer has the format {before}',
    because: 'it breaks clients that parse the format',
  },
  'format-widened': { mirror: 'format-narrowed', effect: widened, says: 'has the wider format {after}, was {before}' },
  'format-narrowed': {
    mirror: 'format-widened',
    effect: narrowed,
    says: 'has the narrower format {after}, was {before}',
  },
  'format-changed': { mirror: 'format-changed', effect: 'breaking', says: 'has the format {after}, was {before}' },
  'default-introduced': {
    mirror: 'default-withdrawn',
    effect: { request: 'conditionally-breaking', response: 'cosmetic' },
    says: 'now defaults to {after}',
    because: 'a request that leaves it out may be understood differently',
  },
  'default-withdrawn': {
    mirror: 'default-introduced',
    effect: { request: 'conditionally-breaking', response: 'cosmetic' },
    says: 'no longer defaults to {before}',
    because: 'a request that leaves it out may be understood differently',
  },
  'default-changed': {
    mirror: 'default-changed',
    effect: { request: 'conditionally-breaking', response: 'cosmetic' },
    says: 'now defaults to {after} instead of {before}',
    because: 'a request that leaves it out may be understood differently',
  },
  'read-only-introduced': {
    mirror: 'read-only-lifted',
    effect: { request: 'breaking', response: 'cosmetic' },
    says: 'is now only received, no longer sent',
  },
  'read-only-lifted': {
    mirror: 'read-only-introduced',
    effect: { request: 'additive', response: 'cosmetic' },
    says: 'may now be sent as well',
  },
  'write-only-introduced': {
    mirror: 'write-only-lifted',
    effect: { request: 'cosmetic', response: 'breaking' },
    says: 'is now only sent, no longer received',
  },
  'write-only-lifted': {
    mirror: 'write-only-introduced',
    effect: { request: 'cosmetic', response: 'conditionally-breaking' },
    says: 'may now be received as well',
    because: 'members that were only sent are card numbers, CVVs and PINs; who receives them must handle them as such',
  },
} as const satisfies Record<string, DiffRule>;
