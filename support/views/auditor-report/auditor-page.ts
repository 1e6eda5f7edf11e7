import { documentHead, documentScript } from './design/document-head.js';
import { banner } from './front/banner.js';
import type { Report } from './gather/report.js';
import { markup, type Html } from './html/markup.js';
import { sections, type Section } from './sections.js';
import { counted, moment } from './words/count-words.js';
import { decisionInWords } from './words/decision-in-words.js';
import { quoted } from './html/quoted.js';

/** The page, piece by piece, so that it never lies in memory as a whole. */
export function* auditorPage(report: Report): Generator<string> {
  const { facts } = report.run;
  yield documentHead(`${headingOf(report)}, ${facts.runId}`).toString();
  yield masthead(report).toString();
  const [front, rest] = [sections.filter(onFirstPage), sections.filter((section) => !onFirstPage(section))];
  yield '<div class="front">\n';
  for (const section of front) yield* sectionPieces(section, report);
  yield `</div>\n${contents(rest, report).toString()}`;
  for (const section of rest) yield* sectionPieces(section, report);
  yield markup`</main>
<footer><p>Run ${facts.runId}, axys-certify ${facts.harnessVersion}. Made from the recorded evidence alone; it loads nothing and sends nothing.</p></footer>
${documentScript}</body>
</html>
`.toString();
}

/** Says what kind of run it was and how it ended; whatever the integrator named, nothing of it stands here. */
function headingOf({ run }: Report): string {
  return decisionInWords(run).heading;
}

function masthead(report: Report): Html {
  const { facts } = report.run;
  const { startedAt } = report.plan;
  return markup`<body>
<a class="skip" href="#decision">Skip to the decision</a>
<header><p class="kicker">Evidence of a test run against the Axys Cards API, for the technical compliance auditor</p>
<h1>${headingOf(report)}</h1>
<p class="part">Name of the Program, as the integrator wrote it: ${quoted(facts.program)}</p>
<p class="part">Run ${facts.runId}${startedAt === null ? '' : `, ${moment(startedAt)}`}</p></header>
<main>${banner(report)}
`;
}

function contents(rest: readonly Section[], { rows, run }: Report): Html {
  const how = `${counted(rows.length, 'row')}, ${counted(run.results.length, 'scenario')}`;
  return markup`<nav aria-labelledby="contents"><h2 id="contents">On this page</h2><ul>${rest.map(({ id, title }) => markup`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
<fieldset class="on-screen"><legend>On paper</legend><p><label><input type="checkbox" id="print-rows"> print every row in detail, after the report itself (${how}; some 150 sheets more where all scenarios ran)</label></p>
<p><label><input type="checkbox" id="print-calls"> there also print request and answer of the calls of scenarios that passed (hundreds of sheets)</label></p></fieldset>
<p class="rows-not-printed">The rows in detail (${how}) were not printed; they stand on the page itself.</p>
`;
}

function onFirstPage({ paper }: Section): boolean {
  return paper === 'first-page';
}

function* sectionPieces({ id, title, paper, content }: Section, report: Report): Generator<string> {
  yield markup`<section aria-labelledby="${id}" class="${paper ?? ''}"><h2 id="${id}">${title}</h2>
`.toString();
  for (const piece of content(report)) if (piece !== null) yield piece.toString();
  yield '</section>\n';
}
