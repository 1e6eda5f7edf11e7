import { isDeepStrictEqual } from 'node:util';
import type { JournalHead } from '../../trace/journal-chain.js';
import { journalFile } from '../../trace/journal-file.js';
import { walkJournal, type WalkedJournal } from '../journal/walk-journal.js';
import { gateFile } from '../write-gate.js';
import { attestationFiles } from '../seal/seal-pack.js';
import { statementIn } from './check-signature.js';
import { annotationsOf } from './check-statement.js';
import { isRecord } from './json-shape.js';
import { jsonOf, type OpenPack } from './open-pack.js';
import { readManifest } from './read-manifest.js';
import type { Difference } from './verification.js';

/** Where a finished run says that its journal ends. */
export interface JournalClaims {
  readonly runId: string;
  /** The head in the signed statement; null while nothing is signed yet. */
  readonly signed: JournalHead | null;
}

/** What was found out about the journal of a finished run. */
export type CheckedJournal = Pick<WalkedJournal, 'against' | 'head'>;

/**
 * Checks the journal of a finished run: numbering, chain, order and times of its events, every stream against what each
 * checkpoint says it held, the frozen plan, and the head against the signed one.
 */
export async function checkJournal(pack: OpenPack, claims: JournalClaims): Promise<CheckedJournal> {
  const { against, head } = await walkJournal(pack, claims, 'whole');
  return { against, head };
}

/** As {@link checkJournal} for a sealed pack, with everything else in it that speaks of its journal. */
export async function journalDifferences(pack: OpenPack): Promise<readonly Difference[]> {
  const { runId } = (await readManifest(pack)).manifest;
  const statement = await statementIn(pack);
  const signed = statement === null ? null : signedHead(statement);
  const { against, head, last } = await walkJournal(pack, { runId, signed }, 'whole');
  const unnamed = {
    where: attestationFiles.envelope,
    problem: `its statement does not name the end of ${journalFile}`,
  };
  return [
    ...against,
    ...(statement !== null && signed === null ? [unnamed] : []),
    // A journal that does not hold to its end has nothing to compare with.
    ...(against.length === 0 ? await gateDifferences(pack, head, last) : []),
  ];
}

/** The head that every annotation of a statement names; null when they name none, or several. */
function signedHead(statement: unknown): JournalHead | null {
  const [first, ...others] = annotationsOf(statement).map(({ journalLines, journalHead }) => ({
    lines: journalLines,
    sha256: journalHead,
  }));
  if (first === undefined || others.some((other) => !isDeepStrictEqual(other, first))) return null;
  const { lines, sha256 } = first;
  return typeof lines === 'number' && typeof sha256 === 'string' ? { lines, sha256 } : null;
}

/** What the gate says of the journal: where it ends, and whether the run was interrupted. */
async function gateDifferences(
  pack: OpenPack,
  head: JournalHead | null,
  last: WalkedJournal['last'],
): Promise<readonly Difference[]> {
  // Who recomputes the decision says that the file is missing.
  if (pack.file(gateFile) === null) return [];
  const gate = await jsonOf(pack, gateFile);
  const facts = isRecord(gate) && isRecord(gate['facts']) ? gate['facts'] : {};
  return [
    ...(isDeepStrictEqual(facts['journal'], head)
      ? []
      : [{ where: gateFile, problem: `it names another end of ${journalFile}` }]),
    ...(facts['interrupted'] === (last === 'stopped')
      ? []
      : [{ where: gateFile, problem: `it does not say of an interruption what ${journalFile} says` }]),
  ];
}
