import type { SeenAnswer } from './answered-question.js';
import { isRowWay, operationsOf, type AnswerWay, type AskedQuestion, type Probe } from './open-question.js';

/** What a question's answers come to. */
export interface WordedAnswer {
  readonly answer: string;
  readonly conflicting: boolean;
}

/** The answers of a question as a sentence, side by side where it has several sides. */
export function answerInWords(question: AskedQuestion, seen: readonly SeenAnswer[], omitted: number): WordedAnswer {
  const facets = [...new Set(seen.map(({ facet }) => facet))].map((facet) =>
    facetInWords(
      question,
      facet,
      seen.filter((each) => each.facet === facet),
    ),
  );
  const silent = facetsOf(question).filter((facet) => !seen.some((each) => each.facet === facet));
  const sentences = [
    ...facets.map(({ answer }) => answer),
    ...silent.map((facet) => `${facet}: not answered in this run`),
    ...(omitted === 0 ? [] : [`${String(omitted)} more observations of other values`]),
  ];
  return { answer: sentences.join('. '), conflicting: facets.some(({ conflicting }) => conflicting) };
}

function facetInWords(
  { combines = {}, readings }: AskedQuestion,
  facet: string,
  seen: readonly SeenAnswer[],
): WordedAnswer {
  const distinct = [...new Set(seen.map(({ reading }) => reading))];
  const spoken = distinct.filter((reading) => reading !== null);
  const whole = Object.entries(combines).find(
    ([, parts]) => spoken.length > 1 && parts.every((part) => spoken.includes(part)),
  );
  const conflicting = spoken.length > 1 && whole === undefined;
  const answers = distinct.map((reading) => readingInWords(seen.filter((each) => each.reading === reading)));
  const lead = [
    ...(facet === '' ? [] : [facet]),
    ...(conflicting ? [`${String(spoken.length)} different answers in one run`] : []),
    ...(whole === undefined ? [] : [readings[whole[0]] ?? whole[0]]),
  ];
  return { answer: [...lead, answers.join('; ')].join(': '), conflicting };
}

/** All values of one reading; a value that is the answer by itself stands alone. */
function readingInWords(seen: readonly SeenAnswer[]): string {
  const values = seen
    .map(({ value, count }) => `${value} ${count === 1 ? 'once' : `${String(count)} times`}`)
    .join(', ');
  const words = seen[0]?.words ?? null;
  return words === null ? values : `${words} (${values})`;
}

function facetsOf({ answeredBy }: AskedQuestion): readonly string[] {
  if (answeredBy === 'people') return [];
  return [...new Set(answeredBy.flatMap((way) => (isRowWay(way) || way.facet === undefined ? [] : [way.facet])))];
}

/** Why nothing in the run answers a question. `ran` are the rows that had a scenario which finished. */
export function whyNotAnswered({ answeredBy }: AskedQuestion, ran: ReadonlySet<string>): string {
  if (answeredBy === 'people') return 'for people: no call of the API tells';
  return `not answered in this run: ${[...new Set(answeredBy.map((way) => whyNot(way, ran)))].join('; ')}`;
}

function whyNot(way: AnswerWay, ran: ReadonlySet<string>): string {
  if (isRowWay(way)) {
    return ran.has(way.row)
      ? `the scenarios of ${way.row} did not show it (${way.what.replace(/\.$/, '')})`
      : `no scenario of ${way.row} ran to its end`;
  }
  return `no answer of ${operationsOf(way)?.join(', ') ?? 'any call'}${conditionInWords(way)} shows it`;
}

function conditionInWords({ condition, when = [] }: Probe): string {
  const status = condition === 'any' ? '' : ` with status ${condition}`;
  return when.length === 0 ? status : `${status} under the condition asked for`;
}
