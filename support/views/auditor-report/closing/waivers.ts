import type { WaiverState } from '../../../verdict/waivers/waiver-state.js';
import type { Report } from '../gather/report.js';
import { markup, type Html } from '../html/markup.js';
import { anchorLink } from '../html/links.js';
import { table } from '../html/table.js';
import { badge, type Tone } from '../words/tone.js';

const tones: Readonly<Record<WaiverState['state'], Tone>> = {
  used: 'warn',
  unused: 'quiet',
  expired: 'bad',
  refused: 'bad',
};

/** What the Program asked to be let off, by whom and until when, and what became of it. */
export function waivers({ run, rows }: Report): Html {
  if (run.waivers.length === 0) return markup`<p>None was claimed.</p>`;
  const known = new Set(rows.map(({ anchor }) => anchor));
  return table({
    caption: 'Waivers of the program profile',
    look: 'fixed waivers',
    columns: ['Row', 'State', 'Rule', 'Reason', 'By, until', 'What it covers'],
    rows: run.waivers.map(({ requirement, state, rule, reason, by, expires, items }) => ({
      cells: [
        known.has(requirement) ? anchorLink(requirement, requirement) : requirement,
        badge(state, tones[state]),
        rule,
        markup`<span class="data">${reason}</span>`,
        `${by}, ${expires}`,
        markup`<span class="data">${items.length === 0 ? 'nothing' : items.join('; ')}</span>`,
      ],
    })),
  });
}
