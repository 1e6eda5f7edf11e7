import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ValidateFunction } from 'ajv';
import { compileSchema } from './compile-schema.js';
import { packageRoot } from './package-root.js';
import { toldOf } from './told-of-shape.js';
import { errorsOf } from '../messages/coded-error.js';
import { catalogueMessages } from '../messages/verdict-messages.js';

const catalogueError = errorsOf(catalogueMessages, 'configuration');

/** Where data and its schema disagree. */
export interface ShapeProblem {
  /** JSON Pointer into the data; `/` for the whole. */
  readonly where: string;
  readonly expected: string;
  readonly received: string;
}

/** Schemas of this folder owner; files `schemas/evidence/<name>.schema.json`. */
export type EvidenceSchemaName =
  | 'requirements'
  | 'scenario-calls'
  | 'scenario-checks'
  | 'scenario-times'
  | 'shard'
  | 'merged'
  | 'result'
  | 'run-record'
  | 'summary'
  | 'findings'
  | 'coverage'
  | 'coverage-exclusions'
  | 'coverage-floor'
  | 'har'
  | 'ctrf'
  | 'waivers'
  | 'carried'
  | 'scenario-catalogue'
  | 'test-scripts'
  | 'leftovers'
  | 'invariants'
  | 'reconciliation'
  | 'money-differences'
  | 'ledger-entry'
  | 'faults'
  | 'guards'
  | 'equivalent-mutants'
  | 'mutation-score'
  | 'contract-diff'
  | 'contract-changes'
  | 'approvals'
  | 'baseline'
  | 'dossier'
  | 'observed-behaviour'
  | 'behaviour-diff'
  | 'behaviour-noise'
  | 'legal-variations'
  | 'dry-run'
  | 'open-questions'
  | 'questions'
  | 'journal'
  | 'connection'
  | 'container'
  | 'container-settings'
  | 'origin'
  | 'harness-build'
  | 'build-provenance'
  | 'recomputation'
  | 'card-data-scan'
  | 'manifest'
  | 'test-result-statement'
  | 'dsse-envelope'
  | 'verification'
  | 'gate'
  | 'exchange'
  | 'transition'
  | 'redaction-ledger';

const compiled = new Map<EvidenceSchemaName, ValidateFunction>();

/** The first disagreement of `data` with a schema, or null. The schema is compiled once and must be strict. */
export function shapeProblem(name: EvidenceSchemaName, data: unknown): ShapeProblem | null {
  const validate = compiled.get(name) ?? compile(name);
  compiled.set(name, validate);
  if (validate(data)) return null;
  const error = validate.errors?.[0];
  if (error === undefined) throw new Error(`schema ${name} refused without an error`);
  return { where: error.instancePath || '/', ...toldOf(error, at(data, error.instancePath)) };
}

function compile(name: EvidenceSchemaName): ValidateFunction {
  const file = join(packageRoot(), 'schemas', 'evidence', `${name}.schema.json`);
  try {
    return compileSchema(readFileSync(file, 'utf8'), 'first-error');
  } catch (cause) {
    throw catalogueError('VER-106', { name, detail: cause instanceof Error ? cause.message : String(cause) }, cause);
  }
}

function at(data: unknown, pointer: string): unknown {
  const parts = pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  return parts.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[part] : undefined,
    data,
  );
}
