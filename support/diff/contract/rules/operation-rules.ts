import type { DiffRule } from '../diff-rule.js';

/** Differences of operations, their parameters, bodies and answers. */
export const operationRules = {
  'operation-added': { mirror: 'operation-removed', effect: 'additive', says: 'is new' },
  'operation-removed': { mirror: 'operation-added', effect: 'breaking', says: 'is gone' },
  'operation-moved': { mirror: 'operation-moved', effect: 'breaking', says: 'moved from {before} to {after}' },
  'operation-id-changed': {
    mirror: 'operation-id-changed',
    effect: 'conditionally-breaking',
    says: 'is called {after}, was {before}',
    because: 'nothing that travels is different, but generated clients name their methods after it',
  },
  'path-added': { mirror: 'path-removed', effect: 'cosmetic', says: 'is described without an operation' },
  'path-removed': { mirror: 'path-added', effect: 'cosmetic', says: 'is no longer described; it had no operation' },
  'path-parameter-renamed': {
    mirror: 'path-parameter-renamed',
    effect: 'cosmetic',
    says: 'is written {after}, was {before}; the requests are the same',
  },
  'optional-parameter-added': {
    mirror: 'optional-parameter-removed',
    effect: 'additive',
    says: 'takes the new optional parameter {key}',
  },
  'optional-parameter-removed': {
    mirror: 'optional-parameter-added',
    effect: 'breaking',
    says: 'no longer takes the optional parameter {key}',
  },
  'required-parameter-added': {
    mirror: 'required-parameter-removed',
    effect: 'breaking',
    says: 'takes the new required parameter {key}',
  },
  'required-parameter-removed': {
    mirror: 'required-parameter-added',
    effect: 'breaking',
    says: 'no longer takes the required parameter {key}',
  },
  'parameter-renamed': { mirror: 'parameter-renamed', effect: 'breaking', says: 'calls {before} now {after}' },
  'parameter-moved': { mirror: 'parameter-moved', effect: 'breaking', says: 'takes {after} instead of {before}' },
  'parameter-became-required': {
    mirror: 'parameter-became-optional',
    effect: { request: 'breaking', response: 'additive' },
    says: 'is now required',
  },
  'parameter-became-optional': {
    mirror: 'parameter-became-required',
    effect: { request: 'additive', response: 'breaking' },
    says: 'is no longer required',
  },
  'serialisation-changed': {
    mirror: 'serialisation-changed',
    effect: 'breaking',
    says: 'is written differently on the wire ({key}: {after}, was {before})',
  },
  'optional-body-added': { mirror: 'optional-body-removed', effect: 'additive', says: 'takes an optional body' },
  'optional-body-removed': { mirror: 'optional-body-added', effect: 'breaking', says: 'no longer takes a body' },
  'required-body-added': { mirror: 'required-body-removed', effect: 'breaking', says: 'now requires a body' },
  'required-body-removed': { mirror: 'required-body-added', effect: 'breaking', says: 'no longer takes a body' },
  'body-became-required': {
    mirror: 'body-became-optional',
    effect: { request: 'breaking', response: 'additive' },
    says: 'now requires its body',
  },
  'body-became-optional': {
    mirror: 'body-became-required',
    effect: { request: 'additive', response: 'conditionally-breaking' },
    says: 'no longer requires its body',
    because: 'a call of the platform may now come without the body a client reads',
  },
  'content-added': {
    mirror: 'content-removed',
    effect: { request: 'additive', response: 'conditionally-breaking' },
    says: 'also comes as {key}',
    because: 'an answer in another media type reaches clients that do not say which one they read',
  },
  'content-removed': { mirror: 'content-added', effect: 'breaking', says: 'no longer comes as {key}' },
  'media-type-changed': { mirror: 'media-type-changed', effect: 'breaking', says: 'comes as {after}, was {before}' },
  'schema-introduced': {
    mirror: 'schema-dropped',
    effect: { request: 'breaking', response: 'additive' },
    says: 'has a schema now',
  },
  'schema-dropped': {
    mirror: 'schema-introduced',
    effect: { request: 'additive', response: 'breaking' },
    says: 'no longer has a schema',
  },
  'success-status-added': {
    mirror: 'success-status-removed',
    effect: 'conditionally-breaking',
    says: 'may now answer {key}',
    because: 'a client that knows one success code may take another for a failure',
  },
  'success-status-removed': {
    mirror: 'success-status-added',
    effect: 'breaking',
    says: 'no longer answers {key}',
  },
  'error-status-added': {
    mirror: 'error-status-removed',
    effect: 'additive',
    says: 'may now answer {key}',
    because: 'a client must be ready for any error of the same class',
  },
  'error-status-removed': {
    mirror: 'error-status-added',
    effect: 'conditionally-breaking',
    says: 'no longer answers {key}',
    because: 'a client that acts on this very code no longer sees it',
  },
  'status-changed': { mirror: 'status-changed', effect: 'breaking', says: 'answers {after} instead of {before}' },
  'optional-header-added': {
    mirror: 'optional-header-removed',
    effect: 'additive',
    says: 'may carry the new header {key}',
  },
  'optional-header-removed': {
    mirror: 'optional-header-added',
    effect: 'conditionally-breaking',
    says: 'no longer carries the header {key}',
    because: 'a client that reads it when it is there finds it no more',
  },
  'required-header-added': { mirror: 'required-header-removed', effect: 'additive', says: 'carries the header {key}' },
  'required-header-removed': {
    mirror: 'required-header-added',
    effect: 'breaking',
    says: 'no longer carries the header {key}',
  },
  'callback-added': {
    mirror: 'callback-removed',
    effect: 'conditionally-breaking',
    says: 'may now call {key}',
    because: 'a client that gives an address for calls must be ready to be called there',
  },
  'callback-removed': { mirror: 'callback-added', effect: 'breaking', says: 'no longer calls {key}' },
} as const satisfies Record<string, DiffRule>;
