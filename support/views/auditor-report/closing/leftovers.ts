import type { Report } from '../gather/report.js';
import { disclosure } from '../html/disclosure.js';
import { markup, type Html } from '../html/markup.js';
import { fileLink, sourceLink } from '../html/links.js';
import { counted } from '../words/count-words.js';

/** What the run created and could not remove. */
export function leftovers({ run, limits }: Report): Html {
  const { kinds, uncertain, gone } = run.leftovers;
  if (kinds.length === 0 && uncertain.length === 0) return markup`<p>The run left nothing behind.</p>`;
  const items = kinds.map(({ kind, count, why, next, source, objects }) => {
    const ids = objects.slice(0, limits.lines).map(({ id }) => (id === null ? 'no id' : String(id)));
    const rest = count - ids.length;
    const listed = markup`<p class="data">${ids.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}</p>`;
    return markup`<li><b>${counted(count, kind)}</b>. ${why} ${next} (${sourceLink(source)})${disclosure('Their ids', listed)}</li>
`;
  });
  const place = gone ? 'It went with the emulator, which kept it in memory only.' : 'It is still on the target.';
  const doubt =
    uncertain.length === 0
      ? null
      : markup`<p>${counted(uncertain.length, 'creating call')} got no answer that decides, so more may exist: ${uncertain
          .slice(0, limits.lines)
          .map(({ exchangeId }) => exchangeId)
          .join(', ')}.</p>`;
  return markup`<p>${place} The whole list with labels: ${fileLink('leftovers.json')}.</p><ul>${items}</ul>${doubt}`;
}
