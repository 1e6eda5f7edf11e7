import type { Exchange } from '../../../trace/exchange.js';
import { inWords, isAccepted } from '../answer.js';
import { undetermined, verdictOf, type Evaluate } from '../evaluate.js';

const longestSeconds = 30;

/** Milliseconds the answer asks to wait; without a word of its own the wait doubles from one second. */
function asked({ response }: Exchange, repetition: number): number {
  const word = response?.headers['retry-after'];
  if (word === undefined) return Math.min(longestSeconds, 2 ** repetition) * 1000;
  if (/^\d+$/.test(word)) return Number(word) * 1000;
  return Date.parse(word) - Date.parse(response?.headers['date'] ?? '');
}

/** Between every try and the next lies at least the time the answer asked for. */
export const waitedAsAsked: Evaluate = ({ exchanges }) => {
  const expected = 'each repetition after the wait that was asked for, else after 1, 2, 4 .. 30 s';
  const silent = exchanges.find(({ response }) => response === null);
  if (exchanges.length < 2 || silent !== undefined) return undetermined(expected, inWords(silent));
  const waits = exchanges.slice(1).map((exchange, index) => {
    const before = exchanges[index] ?? exchange;
    const waited = Date.parse(exchange.startedAt) - Date.parse(before.startedAt) - before.durationMs;
    return { waited, asked: asked(before, index) };
  });
  if (waits.some((wait) => Number.isNaN(wait.asked))) return undetermined(expected, 'a wait nobody can read');
  const hasty = waits.find((wait) => wait.waited < wait.asked);
  if (hasty === undefined) return verdictOf(true, expected, expected);
  return verdictOf(false, expected, `${String(hasty.waited)} ms instead of ${String(hasty.asked)} ms`);
};

/** After at least one 429 the same read is accepted. */
export const succeededLater: Evaluate = ({ exchanges }) => {
  const expected = 'an accepted read after 429';
  const end = exchanges.at(-1);
  const busy = exchanges.filter(({ response }) => response?.status === 429).length;
  if (end === undefined || end.response === null || busy === 0) return undetermined(expected, inWords(end));
  return verdictOf(isAccepted(end), expected, `${inWords(end)} after ${String(busy)} times 429`);
};
