import type { QuestionState } from '../../../questions/answered-question.js';
import type { Report } from '../gather/report.js';
import { markup, type Html } from '../html/markup.js';
import { fileLink, sourceLinks } from '../html/links.js';
import { table } from '../html/table.js';
import { callLinks } from '../rows/call-links.js';
import { badge, type Tone } from '../words/tone.js';

const states: Readonly<Record<QuestionState, readonly [string, Tone]>> = {
  answered: ['answered', 'good'],
  'not-answered': ['open', 'quiet'],
  'for-people': ['for people', 'quiet'],
};

/** The register of what the documentation leaves open, with this run's answers. */
export function questions(report: Report): Html {
  const asked = report.run.questions;
  const answered = asked.filter(({ state }) => state === 'answered').length;
  const rows = asked.map(({ id, question, answer, state, conflicting, exchangeIds, sources }) => ({
    cells: [
      markup`${id}`,
      markup`${question} <span class="part">${sourceLinks(sources)}</span>`,
      markup`${badge(...states[state])}${conflicting ? markup` ${badge('conflicting', 'warn')}` : null}`,
      markup`<span class="data">${answer}</span>`,
      callLinks(exchangeIds, 3, report),
    ],
  }));
  return markup`<p>The documentation is incomplete in places and contradicts itself in others. ${answered} of ${asked.length} entries are answered by this run’s own traffic (${fileLink('questions.json')}).</p>
${asked.length === 0 ? null : table({ caption: 'Open questions and what this run says about them', look: 'fixed questions', columns: ['Id', 'Question', 'State', 'What this run shows', 'Calls'], rows })}`;
}
