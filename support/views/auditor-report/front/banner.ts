import type { Report } from '../gather/report.js';
import { markup, type Html } from '../html/markup.js';

/** Says before everything else that a run was practice or broke off; null for neither. */
export function banner({ run }: Report): Html | null {
  const { gate, facts, recorded } = run;
  const lines = [
    ...(gate.practice
      ? [
          markup`<p><b>Practice.</b> ${practiceReason(facts.target.class, recorded.adHocKey)} This pack is no evidence for going live.</p>`,
        ]
      : []),
    ...(recorded.interrupted
      ? [
          markup`<p><b>Interrupted.</b> The run was stopped before its end. What follows is what was recorded until then.</p>`,
        ]
      : []),
  ];
  return lines.length === 0 ? null : markup`<aside class="banner" aria-label="About this run">${lines}</aside>`;
}

function practiceReason(target: Report['run']['facts']['target']['class'], adHocKey: boolean): string {
  const reasons = {
    emulator: 'The calls went to an emulator.',
    loopback: 'The calls went to a server on the same machine.',
    real: null,
  } as const;
  const key = adHocKey ? 'The signing key was made for this run alone, so nobody vouches for it.' : '';
  return [reasons[target], key].filter((sentence) => sentence !== null && sentence !== '').join(' ');
}
