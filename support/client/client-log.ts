import type { Logger } from 'pino';
import { answerMessages, type AnswerCode } from '../messages/answer-messages.js';
import { fill } from '../messages/message.js';
import type { Exchange } from '../trace/exchange.js';
import { answerClasses, type AnswerClass } from './answer-classes.js';
import { classifyAnswer } from './classify-answer.js';

/** One line of the client's log: what it made of one finished try. No value of a body, only where it looked strange. */
export interface ClientLogLine {
  readonly exchange: string;
  readonly operation: string | null;
  readonly attempt: number;
  readonly class: AnswerClass;
  readonly code: AnswerCode;
  readonly message: string;
  readonly next: string;
  /** JSON Pointers of members and values that the contract does not know; the client ignores them. */
  readonly ignored: readonly string[];
}

/** Takes the line of every finished try, in order. */
export type ClientLog = (line: ClientLogLine) => void;

/** Judge rules whose advisory findings are what the vendor may add. Source: docs/versioning-and-changelog. */
const additions: ReadonlySet<string> = new Set(['response-undocumented-member', 'response-enum-value']);

/** The line of a judged exchange. */
export function clientLogLine(exchange: Exchange): ClientLogLine {
  const answerClass = classifyAnswer(exchange);
  const code = answerClasses[answerClass].message;
  const { text, next } = fill(code, answerMessages[code], {});
  const findings = exchange.judgement?.findings ?? [];
  return {
    exchange: exchange.id,
    operation: exchange.operationId,
    attempt: exchange.attempt,
    class: answerClass,
    code,
    message: text,
    next,
    ignored: findings
      .filter(({ rule, level }) => level === 'advisory' && additions.has(rule))
      .map(({ where }) => where),
  };
}

/** Writes the lines to a logger, each at the level of its class; an addition is worth a line of its own level. */
export function clientLogTo(logger: Logger): ClientLog {
  return ({ message, ...line }) => {
    const { level } = answerClasses[line.class];
    const raised = level === 'debug' && line.ignored.length > 0 ? 'info' : level;
    logger[raised](line, message);
  };
}
