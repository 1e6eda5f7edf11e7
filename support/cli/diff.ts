import { resolve } from 'node:path';
import { annotationsOfDiff } from '../annotations/annotations-of-diff.js';
import { approvedDiff, renderApprovals } from '../diff/approvals/approved-diff.js';
import { ofContractChange } from '../diff/approvals/of-contract-change.js';
import { diffContracts, type ContractDiff } from '../diff/contract/diff-contracts.js';
import { diffExitCode, exitCodeOfClass } from '../diff/contract/diff-exit-code.js';
import type { ContractVersion } from '../diff/contract/load-version.js';
import { loadVersionFile, loadVersions } from '../diff/contract/load-versions.js';
import { renderDiff } from '../diff/contract/render-diff.js';
import { coverageOfContract, type ContractCoverage } from '../diff/impact/coverage-of-contract.js';
import { impactedDiff } from '../diff/impact/impacted-diff.js';
import { renderImpact } from '../diff/impact/render-impact.js';
import { asARunTakesIt } from '../diff/packs/as-a-run-takes-it.js';
import { contractOfPack } from '../diff/packs/contract-of-pack.js';
import { openPack, type OpenPack } from '../evidence/verify/open-pack.js';
import { errorsOf } from '../messages/coded-error.js';
import { diffUsageMessages } from '../messages/diff-messages.js';
import { annotate } from './annotate.js';
import { approvalsNamed } from './approvals-named.js';
import { comparedAt } from './compared-at.js';
import type { DiffFlags } from './diff-flags.js';
import { diffPacks } from './diff-packs.js';
import { diffSide, type DiffSide } from './diff-side.js';
import { packPlace } from './pack-place.js';
import type { CommandIo } from './streams.js';

const usage = errorsOf(diffUsageMessages, 'usage');

/**
 * The whole `diff` command: compares two contracts, two packs, or a contract with that of a pack; prints what differs and says
 * how bad it is as an exit code.
 */
export async function diff(oldName: string, newName: string, flags: DiffFlags, io: CommandIo): Promise<0 | 1 | 2> {
  const reports = resolve(io.cwd, flags.out);
  const [old, next] = [await diffSide(oldName, reports, io.cwd), await diffSide(newName, reports, io.cwd)];
  if (old.kind === 'pack' && next.kind === 'pack') return diffPacks(old.pack, next.pack, flags, io);
  if (flags.noise !== undefined)
    throw usage('DIF-105', {
      flag: '--noise',
      problem: 'it is learned from runs, and at least one side is a contract',
    });
  return diffDocuments(old, next, flags, io);
}

async function diffDocuments(
  oldSide: DiffSide,
  newSide: DiffSide,
  flags: DiffFlags,
  io: CommandIo,
): Promise<0 | 1 | 2> {
  const versions = await loadVersions(contractOn(oldSide, newSide), contractOn(newSide, oldSide));
  const { old, next } = versions;
  const found = await diffContracts(old, next).finally(() => versions.close());
  const approvals = await approvalsNamed(flags.approvals, io.cwd);
  const approvable = found.changes.map(ofContractChange);
  const approved =
    approvals === null ? null : approvedDiff(approvals, approvable, { catalogue: [], at: comparedAt(io) });
  const print = (json: object, text: string) => {
    const whole = approved === null ? text : `${text}${renderApprovals(approved)}`;
    io.stdout.write(flags.json === true ? `${JSON.stringify({ ...json, ...(approved ?? {}) }, null, 2)}\n` : whole);
  };
  const exercised = await exercisedBy(oldSide, flags, io);
  if (exercised === null) print(found, renderDiff(found));
  else {
    const { coverage, idOf } = await coverageOfContract(exercised, old.document, old.file);
    const impacted = impactedDiff(named(found, idOf), coverage);
    print(impacted, `${renderDiff(found)}${renderImpact(impacted)}`);
  }
  await annotate((cwd) => annotationsOfDiff(found, approved?.approvals ?? [], cwd), flags, io);
  return approved === null ? diffExitCode(found.changes) : exitCodeOfClass(approved.openClass);
}

async function contractOn(side: DiffSide, beside: DiffSide): Promise<ContractVersion> {
  if (side.kind === 'pack') return contractOfPack(side.pack);
  const version = await loadVersionFile(side.file);
  return beside.kind === 'pack' ? asARunTakesIt(version, await contractOfPack(beside.pack)) : version;
}

/** The pack whose coverage says what a change touches: the one that was named, else the old side itself. */
async function exercisedBy(old: DiffSide, { coverage, out }: DiffFlags, io: CommandIo): Promise<OpenPack | null> {
  if (coverage !== undefined) return openPack(await packPlace(coverage, resolve(io.cwd, out), io.cwd));
  return old.kind === 'pack' ? old.pack : null;
}

/** A diff whose operations have the ids that a run knows them by. */
function named(diff: ContractDiff, idOf: ContractCoverage['idOf']): ContractDiff {
  const changes = diff.changes.map((change) => ({
    ...change,
    uses: change.uses.map((use) => ({ ...use, operationId: idOf(use) })),
  }));
  return { ...diff, changes };
}
