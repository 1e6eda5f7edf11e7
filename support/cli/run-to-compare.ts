import { readBuildInfo } from '../config/embedded-build.js';
import type { BaselineRequest } from '../diff/dossier/baseline-request.js';
import { approvalUsageMessages } from '../messages/approval-messages.js';
import { baselineUsageMessages } from '../messages/baseline-messages.js';
import { errorsOf } from '../messages/coded-error.js';
import { approvalsNamed } from './approvals-named.js';
import type { RunFlags } from './run-flags.js';
import { packPlace } from './pack-place.js';

const usage = errorsOf(baselineUsageMessages, 'usage');
const approvalUsage = errorsOf(approvalUsageMessages, 'usage');

type CompareFlags = Pick<RunFlags, 'baseline' | 'noise' | 'approvals' | 'resume'>;

/** Flags of a comparison, which a resumed run takes from its first part. */
const ofFirstPart = { baseline: '--baseline', noise: '--noise', approvals: '--approvals' } as const;

/**
 * Opens and verifies the packs that `--baseline` and `--noise` name and reads the approvals, before anything is called and
 * before anything of an earlier run is removed. Null without the flag. BSL-101, BSL-102 and APV-201 (64) for flags that do
 * not go together, BSL-301 (4) for a pack that does not hold, APV-101 and APV-102 (78) for approvals that cannot be used.
 */
export async function packToCompareWith(
  flags: CompareFlags,
  reports: string,
  cwd: string,
): Promise<BaselineRequest | null> {
  for (const [name, flag] of Object.entries(ofFirstPart)) {
    const given = flags[name as keyof typeof ofFirstPart];
    if (given !== undefined && flags.resume !== undefined) throw usage('BSL-101', { flag });
  }
  const { baseline, noise = [] } = flags;
  if (baseline === undefined) {
    if (noise.length > 0) throw usage('BSL-102');
    if (flags.approvals !== undefined) throw approvalUsage('APV-201', { flag: '--baseline' });
    return null;
  }
  const approvals = (await approvalsNamed(flags.approvals, cwd)) ?? [];
  const places = { baseline: await packPlace(baseline, reports, cwd), noise: [] as string[] };
  for (const pack of noise) places.noise.push(await packPlace(pack, reports, cwd));
  const { openBaseline } = await import('../runner/compare/open-baseline.js');
  return { ...(await openBaseline(places, readBuildInfo())), approvals };
}
