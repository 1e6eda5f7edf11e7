import { replayedCardholder, type Addition } from './additions.js';
import { busyAnswers, type BusyAnswerWord } from './busy-answers.js';
import { errorAnswers, type ErrorAnswerWord } from './error-answers.js';
import { replayedJson, type ReplayedAnswer, type ReplayedCall } from './replayed-answer.js';

const approved = replayedJson(200, { cardholderId: replayedCardholder, status: 1 });

/** A platform that answers a read and a creation alike, however often they come. */
export function everyCallAnswered(word: ErrorAnswerWord): readonly ReplayedCall[] {
  const answer: ReplayedAnswer = errorAnswers[word];
  return [
    { operationId: 'getCardholder', path: { cardholderId: replayedCardholder }, answers: [answer] },
    { operationId: 'createWallet', answers: [answer] },
  ];
}

/** A platform that is too busy for the first reads and then answers. */
export function busyAtFirst(word: BusyAnswerWord, times: number): readonly ReplayedCall[] {
  const busy: ReplayedAnswer = busyAnswers[word];
  const rest = Array.from({ length: times - 1 }, () => busy);
  return [
    { operationId: 'getCardholder', path: { cardholderId: replayedCardholder }, answers: [busy, ...rest, approved] },
  ];
}

/** A platform whose first answer carries an addition and whose later reads of a cardholder carry none. */
export function additionAtFirst({ operationId, body }: Addition): readonly ReplayedCall[] {
  const first = replayedJson(200, body);
  const reads = { operationId: 'getCardholder', path: { cardholderId: replayedCardholder } } as const;
  return operationId === 'getCardholder'
    ? [{ ...reads, answers: [first, approved] }]
    : [
        { operationId, answers: [first] },
        { ...reads, answers: [approved] },
      ];
}
