import type { DiffRule } from '../diff-rule.js';

/** Differences of the document as a whole, and those that may appear anywhere in it. */
export const documentRules = {
  'annotation-changed': { mirror: 'annotation-changed', effect: 'cosmetic', says: 'has another {key}' },
  'mark-changed': {
    mirror: 'mark-changed',
    effect: 'cosmetic',
    says: 'is marked differently ({key})',
    because:
      'marks of this harness say how well a rule is known, not what the API does; they shift how a finding weighs',
  },
  'extension-changed': {
    mirror: 'extension-changed',
    effect: 'unknown',
    says: 'has another {key}',
    because: 'what an extension means is known only to its author',
  },
  'unclassified-difference': {
    mirror: 'unclassified-difference',
    effect: 'unknown',
    says: 'differs in {key}, which no rule here understands',
  },
  'writing-changed': {
    mirror: 'writing-changed',
    effect: 'cosmetic',
    says: 'is written in another way ({after}, was {before}) that means the same',
  },
  'order-changed': { mirror: 'order-changed', effect: 'cosmetic', says: 'lists the same things in another order' },
  deprecated: {
    mirror: 'deprecation-lifted',
    effect: 'additive',
    says: 'is deprecated',
    because: 'deprecated items stay functional until a later major version',
  },
  'deprecation-lifted': { mirror: 'deprecated', effect: 'cosmetic', says: 'is no longer deprecated' },
  'reference-redirected': {
    mirror: 'reference-redirected',
    effect: 'cosmetic',
    says: 'refers to {after} instead of {before}; what that changes is listed by itself',
  },
  'reference-introduced': {
    mirror: 'reference-dissolved',
    effect: 'cosmetic',
    says: 'refers to {after} now; what that changes is listed by itself',
  },
  'reference-dissolved': {
    mirror: 'reference-introduced',
    effect: 'cosmetic',
    says: 'is described in place, no longer by {before}; what that changes is listed by itself',
  },
  'component-added': { mirror: 'component-removed', effect: 'cosmetic', says: 'is a new component' },
  'component-removed': { mirror: 'component-added', effect: 'cosmetic', says: 'is no longer a component' },
  'component-renamed': {
    mirror: 'component-renamed',
    effect: 'cosmetic',
    says: 'is called {after}, was {before}; its content is the same',
  },
  'security-required': {
    mirror: 'security-waived',
    effect: 'breaking',
    says: 'now requires credentials: {after}',
  },
  'security-waived': {
    mirror: 'security-required',
    effect: 'conditionally-breaking',
    says: 'no longer requires credentials',
    because: 'calls without credentials were refused, and what rests on that refusal must be proved again',
  },
  'security-alternative-added': {
    mirror: 'security-alternative-removed',
    effect: 'additive',
    says: 'also accepts {key}',
  },
  'security-alternative-removed': {
    mirror: 'security-alternative-added',
    effect: 'breaking',
    says: 'no longer accepts {key}',
  },
  'security-changed': { mirror: 'security-changed', effect: 'breaking', says: 'accepts {after} instead of {before}' },
  'security-scheme-added': { mirror: 'security-scheme-removed', effect: 'additive', says: 'is a new security scheme' },
  'security-scheme-removed': {
    mirror: 'security-scheme-added',
    effect: 'conditionally-breaking',
    says: 'is no longer a security scheme',
    because: 'whether anything still asks for it is listed by itself',
  },
  'security-scheme-changed': {
    mirror: 'security-scheme-changed',
    effect: 'breaking',
    says: 'takes its credentials in another way ({key})',
  },
  'server-added': { mirror: 'server-removed', effect: 'additive', says: 'is also served at {key}' },
  'server-removed': { mirror: 'server-added', effect: 'breaking', says: 'is no longer served at {key}' },
  'server-moved': { mirror: 'server-moved', effect: 'breaking', says: 'is served at {after} instead of {before}' },
  'specification-version-changed': {
    mirror: 'specification-version-changed',
    effect: 'cosmetic',
    says: 'is written in OpenAPI {after}, was {before}',
  },
} as const satisfies Record<string, DiffRule>;
