import { attestationFiles } from '../seal/seal-pack.js';
import { statementTypes } from '../seal/statement.js';
import { isRecord } from './json-shape.js';
import { jsonOf, type OpenPack } from './open-pack.js';
import { readManifest } from './read-manifest.js';
import type { Difference } from './verification.js';

/** Where the signed statement does not speak of this pack and its decision. `subjects` maps file names to their digests. */
export async function statementDifferences(
  statement: unknown,
  subjects: ReadonlyMap<string, string>,
  pack: OpenPack,
): Promise<Difference[]> {
  const where = attestationFiles.envelope;
  const wrong = (problem: string): Difference => ({ where, problem });
  if (!isRecord(statement) || statement['_type'] !== statementTypes.statement)
    return [wrong('it holds no in-toto Statement')];
  if (statement['predicateType'] !== statementTypes.predicate) return [wrong('its statement is about something else')];
  const named = digestsIn(statement['subject']);
  const manifest = new Map((await readManifest(pack)).manifest.files.map(({ path, sha256 }) => [path, sha256]));
  const { predicate } = statement as { readonly predicate?: unknown };
  const configuration: unknown = isRecord(predicate) ? predicate['configuration'] : null;
  const summary = await jsonOf(pack, 'summary.json');
  return [
    ...[...subjects]
      .filter(([name, digest]) => named.get(name) !== digest)
      .map(([name]) => ({ where: name, problem: 'it is not the file that was signed' })),
    ...(named.size === subjects.size ? [] : [wrong('its statement is about other files than the manifest')]),
    ...[...digestsIn(configuration)]
      .filter(([name, digest]) => manifest.get(name) !== digest)
      .map(([name]) => wrong(`it was signed for another ${name}`)),
    ...annotationsIn(configuration).flatMap((annotation) =>
      (['runId', 'decision', 'exitCode'] as const)
        .filter((member) => !isRecord(summary) || annotation[member] !== summary[member])
        .map((member) =>
          wrong(`it was signed for the ${member} ${String(annotation[member])}, summary.json says otherwise`),
        ),
    ),
  ];
}

function listed(value: unknown): Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function digestsIn(resources: unknown): ReadonlyMap<string, unknown> {
  return new Map(
    listed(resources).map(({ name, digest }) => [String(name), isRecord(digest) ? digest['sha256'] : undefined]),
  );
}

/** What a statement says beside the digests of its configuration, once for each file. */
export function annotationsOf(statement: unknown): readonly Readonly<Record<string, unknown>>[] {
  const { predicate } = isRecord(statement) ? statement : {};
  return annotationsIn(isRecord(predicate) ? predicate['configuration'] : null);
}

function annotationsIn(resources: unknown): Readonly<Record<string, unknown>>[] {
  return listed(resources).map(({ annotations }) => (isRecord(annotations) ? annotations : {}));
}
