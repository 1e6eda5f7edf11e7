import { isDeepStrictEqual } from 'node:util';
import type { DecidedRun } from '../decided-run.js';
import { attestationFiles } from '../seal/seal-pack.js';
import { statementOf } from '../seal/statement.js';
import { statementIn } from './check-signature.js';
import { annotationsOf } from './check-statement.js';
import { isRecord } from './json-shape.js';
import type { OpenPack } from './open-pack.js';
import type { Difference } from './verification.js';

/** Lists of scenarios in a statement, each with what it says of them. */
const lists = { passedTests: 'passed', warnedTests: 'passed with a warning', failedTests: 'failed' } as const;

/**
 * Where the signed statement says something else of the run than the evidence gives: its result, which scenarios passed,
 * passed with a warning or failed, which build and what kind of key. What it is about (digests) is checked beside it.
 */
export async function derivedStatementDifferences(pack: OpenPack, run: DecidedRun): Promise<Difference[]> {
  const statement = await statementIn(pack);
  // An unsigned pack is named by the signature's own check.
  if (statement === null) return [];
  const { journal, adHocKey } = run.recorded;
  const configuration = [{ name: 'any', sha256: '' }];
  const follows = statementOf(run, { subjects: [], configuration, journal, adHocKey });
  const said = isRecord(statement) && isRecord(statement['predicate']) ? statement['predicate'] : {};
  const { predicate } = follows;
  const problems = [
    ...(said['result'] === predicate.result
      ? []
      : [`its result is ${String(said['result'])}, the evidence gives ${predicate.result}`]),
    ...Object.entries(lists).flatMap(([list, word]) =>
      listProblems(said[list], predicate[list as keyof typeof lists], word),
    ),
    ...annotationProblems(annotationsOf(statement), annotationsOf(follows)[0] ?? {}),
  ];
  return problems.map((problem) => ({ where: attestationFiles.envelope, problem }));
}

function listProblems(said: unknown, follows: readonly string[], word: string): string[] {
  const named = Array.isArray(said) ? said.map(String) : [];
  const wrong = [
    ...named.filter((id) => !follows.includes(id)).map((id) => `it says that ${id} ${word}, the evidence does not`),
    ...follows.filter((id) => !named.includes(id)).map((id) => `it does not say that ${id} ${word}, the evidence does`),
  ];
  if (wrong.length > 0 || isDeepStrictEqual(said, follows)) return wrong;
  return [`its list of what ${word} is not in the order of the run`];
}

function annotationProblems(
  annotations: readonly Readonly<Record<string, unknown>>[],
  follows: Readonly<Record<string, unknown>>,
): string[] {
  return annotations.flatMap((annotation) =>
    (['harnessVersion', 'signingKey', 'waived', 'softened'] as const)
      .filter((member) => !isDeepStrictEqual(annotation[member], follows[member]))
      .map(
        (member) => `its ${member} is ${inWords(annotation[member])}, the evidence gives ${inWords(follows[member])}`,
      ),
  );
}

function inWords(said: unknown): string {
  if (said === undefined) return 'nothing';
  return typeof said === 'string' ? said : JSON.stringify(said);
}
