import type { CauseProof } from '../behaviour-change.js';
import type { CauseFacts } from './cause-facts.js';

/** What differs between the harnesses of two runs, with the checks that ask for something else; none for equal code. */
export function harnessProofs({ runs, checks }: CauseFacts): readonly CauseProof[] {
  const [old, next] = [runs.old.build, runs.new.build];
  if (old !== null && next !== null && old.codeSha256 === next.codeSha256 && old.lockSha256 === next.lockSha256)
    return [];
  const proof = (what: string, before: string | null | undefined, after: string | null | undefined): CauseProof => ({
    ...{ what, old: before ?? null, new: after ?? null },
  });
  return [
    proof('code digest', old?.codeSha256, next?.codeSha256),
    proof('commit', old?.commit, next?.commit),
    ...(old?.lockSha256 === next?.lockSha256 ? [] : [proof('dependencies digest', old?.lockSha256, next?.lockSha256)]),
    ...checks
      .filter(({ old: before, new: after }) => before !== null && after !== null && before.expected !== after.expected)
      .map((check) => proof(`expected (${check.id})`, check.old?.expected, check.new?.expected)),
  ];
}
