import { answerClasses, type AnswerClass } from '../../../client/answer-classes.js';
import { classifyAnswer } from '../../../client/classify-answer.js';
import { answerMessages } from '../../../messages/answer-messages.js';
import type { Body, Exchange } from '../../../trace/exchange.js';
import { answerOf } from '../../../trace/transitions/json-members.js';
import type { ScenarioResult } from '../../../verdict/scenario-result.js';

/** An answer that is no plain success, with everything that led to it: equal cases are counted. */
export interface ErrorCase {
  readonly operationId: string | null;
  /** What the harness did to get it. */
  readonly provoked: string;
  /** HTTP status with the body's own code and words, or the failure that came in its place. */
  readonly answer: string;
  readonly recognised: AnswerClass;
  /** What the client makes of such an answer, as a sentence. */
  readonly meaning: string;
  readonly replayed: boolean;
  readonly requirements: readonly string[];
  readonly exchangeIds: readonly string[];
  readonly count: number;
}

/** Ids kept of one case. */
const longest = 5;

/** Groups every answer that is no plain success. */
export class ErrorCases {
  readonly #cases = new Map<string, ErrorCase>();
  readonly #scenarios: ReadonlyMap<string, ScenarioResult>;

  constructor(results: readonly ScenarioResult[]) {
    this.#scenarios = new Map(results.map((result) => [result.id, result]));
  }

  see(exchange: Exchange): void {
    const recognised = classifyAnswer(exchange);
    const { says, message } = answerClasses[recognised];
    if (says === 'yes') return;
    const scenario = this.#scenarios.get(exchange.scenario ?? '');
    const provoked = provocation(exchange, scenario);
    const answer = answerWords(exchange);
    const replayed = exchange.replayed === true;
    const key = JSON.stringify([exchange.operationId, provoked, answer, recognised, replayed]);
    const known = this.#cases.get(key);
    const rows = [...(known?.requirements ?? []), ...(scenario?.requirements ?? [])];
    this.#cases.set(key, {
      ...{ operationId: exchange.operationId, provoked, answer, recognised, replayed },
      meaning: answerMessages[message].text,
      requirements: [...new Set(rows)].sort(),
      exchangeIds: [...(known?.exchangeIds ?? []), exchange.id].slice(0, longest),
      count: (known?.count ?? 0) + 1,
    });
  }

  /** In the order they were first seen. */
  list(): readonly ErrorCase[] {
    return [...this.#cases.values()];
  }
}

function provocation({ id, expectedInvalid, scenario }: Exchange, result: ScenarioResult | undefined): string {
  const step = result?.steps.find(({ exchangeIds }) => exchangeIds.includes(id));
  const during = step === undefined ? null : `${step.keyword.trim()} ${step.text}`;
  if (expectedInvalid !== null) return during === null ? expectedInvalid : `${expectedInvalid} (${during})`;
  return during ?? (scenario === null ? 'a call of the harness outside every scenario' : 'after the scenario’s steps');
}

function answerWords({ response, failure }: Exchange): string {
  if (response === null) return failure === null ? 'no answer' : `no answer: ${failure.class}`;
  const words = bodyWords(response.body, response);
  return words === '' ? `HTTP ${response.status}` : `HTTP ${response.status}, ${words}`;
}

function bodyWords(body: Body, response: Exchange['response']): string {
  if (body.kind === 'none') return 'no body';
  if (body.kind === 'text') return `text: ${body.text.slice(0, 80)}`;
  const members = answerOf({ response } as Exchange);
  const words = ['code', 'message', 'error'].flatMap((name) => {
    const value = members[name];
    return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
  });
  return words.join(': ').slice(0, 160);
}
