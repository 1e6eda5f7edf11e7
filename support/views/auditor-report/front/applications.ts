import type { Report } from '../gather/report.js';
import { quoted } from '../html/quoted.js';
import { markup, type Html } from '../html/markup.js';

/** Which application made the calls, and what that proves and does not prove. */
export function applications({ run, totals }: Report): Html {
  const replayed =
    totals.replayed === 0
      ? null
      : markup` ${totals.replayed} answers, marked <span class="mark">harness-only</span>, did not come from the target at all: they were replayed to the harness’s own client to see what it makes of them.`;
  return markup`<p>Every call on this page was made by <b>axys-certify ${run.facts.harnessVersion}</b>, a test harness, and <b>not by the integrator’s own application</b>.</p>
<ul><li><b>It shows</b> that the target behaved as the rules say when it was called in this way, with the credentials of ${quoted(run.facts.program)}, and that these flows can be driven from end to end.</li>
<li><b>It does not show</b> that the integrator’s own application makes the same calls, handles the same answers, or keeps its own books right.${replayed}</li></ul>
`;
}
