import { resolve } from 'node:path';
import { readBuildInfo } from '../config/embedded-build.js';
import type { ApprovableChange } from '../diff/approvals/approvable-change.js';
import { approvedDiff, renderApprovals } from '../diff/approvals/approved-diff.js';
import { ofBehaviourChange, ofVerdictChange } from '../diff/approvals/of-behaviour-change.js';
import { ofContractChange } from '../diff/approvals/of-contract-change.js';
import { renderBehaviour } from '../diff/behaviour/render-behaviour.js';
import { exitCodeOfClass } from '../diff/contract/diff-exit-code.js';
import { renderDiff } from '../diff/contract/render-diff.js';
import { renderImpact } from '../diff/impact/render-impact.js';
import { comparePacks, type PackDiff } from '../diff/packs/compare-packs.js';
import { openSoundPack } from '../diff/packs/open-sound-pack.js';
import type { OpenPack } from '../evidence/verify/open-pack.js';
import { errorsOf } from '../messages/coded-error.js';
import { diffUsageMessages } from '../messages/diff-messages.js';
import { readRecordedRun } from '../runner/recompute/recorded-run.js';
import { approvalsNamed } from './approvals-named.js';
import { comparedAt } from './compared-at.js';
import type { DiffFlags } from './diff-flags.js';
import { packPlace } from './pack-place.js';
import type { CommandIo } from './streams.js';

const usage = errorsOf(diffUsageMessages, 'usage');

/** `diff` of two packs that are known to be whole. Each pack that `--noise` names is checked as well. */
export async function diffPacks(old: OpenPack, next: OpenPack, flags: DiffFlags, io: CommandIo): Promise<0 | 1 | 2> {
  refuseContractFlags(flags);
  const again: OpenPack[] = [];
  for (const named of flags.noise ?? [])
    again.push(await openSoundPack(await packPlace(named, resolve(io.cwd, flags.out), io.cwd), readBuildInfo()));
  const approvals = await approvalsNamed(flags.approvals, io.cwd);
  const found = await comparePacks(old, next, again);
  const approved = approvals === null ? null : approvedDiff(approvals, approvable(found), await setting(next, io));
  const json = { ...found, ...(approved ?? {}) };
  const text = `${textOf(found)}${approved === null ? '' : renderApprovals(approved)}`;
  io.stdout.write(flags.json === true ? `${JSON.stringify(json, null, 2)}\n` : text);
  return exitCodeOfClass(approved?.openClass ?? found.class);
}

function approvable({ contract, behaviour }: PackDiff): readonly ApprovableChange[] {
  return [
    ...contract.changes.map(ofContractChange),
    ...behaviour.changes.map(ofBehaviourChange),
    ...behaviour.verdicts.map(ofVerdictChange),
  ];
}

async function setting(pack: OpenPack, io: CommandIo) {
  const { catalogue } = await readRecordedRun(pack);
  return { catalogue, at: comparedAt(io) };
}

function refuseContractFlags({ coverage, annotate, codeQuality }: DiffFlags): void {
  if (coverage !== undefined)
    throw usage('DIF-105', { flag: '--coverage', problem: 'a pack as OLD brings its own coverage' });
  const flag = annotate !== undefined ? '--annotate' : codeQuality !== undefined ? '--code-quality' : null;
  if (flag !== null) throw usage('DIF-105', { flag, problem: 'what runs saw stands on no line of a file' });
}

function textOf({ contract, behaviour }: PackDiff): string {
  const impact = 'coverage' in contract ? renderImpact(contract) : '';
  return `Contract\n${renderDiff(contract)}${impact}\nBehaviour\n${renderBehaviour(behaviour)}`;
}
