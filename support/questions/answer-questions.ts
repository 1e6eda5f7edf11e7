import type { Exchange } from '../trace/exchange.js';
import type { ScenarioResult } from '../verdict/scenario-result.js';
import { isSelfScenario } from '../verdict/self-scenario.js';
import { answerInWords, whyNotAnswered } from './answer-in-words.js';
import type { AnsweredQuestion, SeenAnswer } from './answered-question.js';
import type { MaskedFacts } from './masked-facts.js';
import {
  isAlias,
  isRowWay,
  operationsOf,
  type AliasQuestion,
  type AskedQuestion,
  type OpenQuestion,
  type Probe,
} from './open-question.js';
import { probeExchange } from './probe-exchange.js';
import { rowEvaluators } from './row-evaluators.js';
import { ScenarioWindows, type ScenarioTraffic } from './scenario-windows.js';
import { Tally } from './tally.js';

/** What the register is answered from. Masked evidence only. */
export interface RunEvidence {
  /** Every recorded exchange, in order; read once. */
  readonly exchanges: AsyncIterable<Exchange>;
  /** One final result a scenario. */
  readonly results: readonly ScenarioResult[];
  readonly facts: MaskedFacts;
}

/**
 * Answers the register of open questions from what a run recorded, in the register's order; every entry appears. What a
 * server of ours replayed and what only proves the harness says nothing about the target and is left out.
 */
export async function answerQuestions(
  questions: readonly OpenQuestion[],
  { exchanges, results, facts }: RunEvidence,
): Promise<readonly AnsweredQuestion[]> {
  const asked = questions.filter((each): each is AskedQuestion => !isAlias(each)).map(inquiryOf);
  const own = new Set(results.filter(isSelfScenario).map(({ id }) => id));
  const probes = new ProbesByOperation(asked);
  const windows = new ScenarioWindows(results.filter((result) => !isSelfScenario(result)));
  for await (const exchange of exchanges) {
    if (exchange.replayed === true || own.has(exchange.scenario ?? '')) continue;
    for (const { probe, tally } of probes.of(exchange))
      for (const seen of probeExchange(probe, exchange)) tally.note(seen);
    const finished = windows.take(exchange);
    if (finished !== null) noteScenario(asked, finished, facts);
  }
  const ran = new Set(results.flatMap(({ requirements }) => requirements));
  const answers = new Map(asked.map((inquiry) => [inquiry.question.id, answerOf(inquiry, ran)]));
  return questions.map((question) => (isAlias(question) ? aliasOf(question, answers) : found(answers, question.id)));
}

/** A question under inquiry. */
interface Inquiry {
  readonly question: AskedQuestion;
  readonly probes: readonly Probe[];
  readonly rows: ReadonlySet<string>;
  readonly tally: Tally;
}

/** A probe with the tally of its question. */
interface ProbeOf {
  readonly probe: Probe;
  readonly tally: Tally;
}

function inquiryOf(question: AskedQuestion): Inquiry {
  const ways = question.answeredBy === 'people' ? [] : question.answeredBy;
  const rows = ways.filter(isRowWay).map(({ row }) => row);
  const probes = ways.filter((way): way is Probe => !isRowWay(way));
  return { question, probes, rows: new Set(rows), tally: new Tally() };
}

/** The probes that an exchange can say something to: a small part of all. */
class ProbesByOperation {
  readonly #known = new Map<string, readonly ProbeOf[]>();

  constructor(private readonly asked: readonly Inquiry[]) {}

  of({ operationId }: Exchange): readonly ProbeOf[] {
    if (operationId === null) return [];
    const known = this.#known.get(operationId) ?? this.#listed(operationId);
    this.#known.set(operationId, known);
    return known;
  }

  #listed(operationId: string): readonly ProbeOf[] {
    return this.asked.flatMap(({ probes, tally }) =>
      probes
        .filter((probe) => operationsOf(probe)?.includes(operationId) ?? true)
        .map((probe): ProbeOf => ({ probe, tally })),
    );
  }
}

function noteScenario(asked: readonly Inquiry[], traffic: ScenarioTraffic, facts: MaskedFacts): void {
  for (const { question, rows, tally } of asked) {
    if (!traffic.result.requirements.some((row) => rows.has(row))) continue;
    const evaluate = rowEvaluators.get(question.id);
    if (evaluate === undefined) throw new Error(`question ${question.id} names a row and has no evaluator`);
    for (const seen of evaluate(traffic, facts)) tally.note(seen);
  }
}

function answerOf({ question, tally }: Inquiry, ran: ReadonlySet<string>): AnsweredQuestion {
  const { id, readings, sources, answeredBy } = question;
  const seen: readonly SeenAnswer[] = tally.counted().map((counted) => ({
    ...counted,
    words: counted.reading === null ? null : (readings[counted.reading] ?? counted.reading),
  }));
  const base = { id, question: question.question, sources, seen };
  if (seen.length > 0) {
    const { answer, conflicting } = answerInWords(question, seen, tally.omitted);
    return { ...base, answer, exchangeIds: idsOf(seen), state: 'answered', conflicting };
  }
  const state = answeredBy === 'people' ? 'for-people' : 'not-answered';
  return { ...base, answer: whyNotAnswered(question, ran), exchangeIds: [], state, conflicting: false };
}

function aliasOf(
  { id, question, sameAs }: AliasQuestion,
  answers: ReadonlyMap<string, AnsweredQuestion>,
): AnsweredQuestion {
  const meant = sameAs.map((target) => found(answers, target));
  const state = (['answered', 'not-answered', 'for-people'] as const).find((word) =>
    meant.some((each) => each.state === word),
  );
  return {
    ...{ id, question, sameAs, seen: [] },
    answer: meant.map((each) => `see ${each.id}: ${each.answer}`).join('. '),
    exchangeIds: idsOf(meant),
    state: state ?? 'not-answered',
    conflicting: meant.some(({ conflicting }) => conflicting),
    sources: [...new Set(meant.flatMap(({ sources }) => sources))],
  };
}

function found(answers: ReadonlyMap<string, AnsweredQuestion>, id: string): AnsweredQuestion {
  const answer = answers.get(id);
  if (answer === undefined) throw new Error(`the register has no question ${id}`);
  return answer;
}

function idsOf(parts: readonly { readonly exchangeIds: readonly string[] }[]): readonly string[] {
  return [...new Set(parts.flatMap(({ exchangeIds }) => exchangeIds))];
}
