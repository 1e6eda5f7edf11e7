import type { Exchange } from '../../trace/exchange.js';
import { luhn } from '../../card-data/card-number.js';
import { member } from '../../verdict/checks/answer.js';
import { personsTask } from '../stop-scenario.js';

/** What is printed on a card, as the numbers that activation takes. Secret; it goes into the request and nowhere else. */
export interface PrintedData {
  readonly cardNumber: number;
  readonly expMonth: number;
  readonly expYear: number;
  readonly cvv: number;
}

/** The printed data from the first answers that show it; where none does, activation is for a person (E-12, K-08). */
export function printedData(places: readonly Exchange[]): PrintedData {
  const digits = (name: keyof PrintedData): number => {
    const shown = places
      .map((place) => member(place, name, 'number') ?? member(place, name, 'string'))
      .find((value) => value !== undefined);
    if (shown === undefined)
      throw personsTask('activate the card with the data printed on it, since the target shows none');
    return Number(shown);
  };
  return {
    cardNumber: digits('cardNumber'),
    expMonth: digits('expMonth'),
    expYear: digits('expYear'),
    cvv: digits('cvv'),
  };
}

/** The printed numbers that only the holder of the card knows. */
export type PrintedNumber = 'cardNumber' | 'cvv';

/** Another number than the printed one, of the same form: the next with a right check digit, or three other digits. */
export function anotherThan(name: PrintedNumber, printed: PrintedData): number {
  switch (name) {
    case 'cvv':
      return 100 + ((printed.cvv + 1) % 900);
    case 'cardNumber': {
      let next = printed.cardNumber + 1;
      while (!luhn(String(next))) next += 1;
      return next;
    }
    default:
      return name satisfies never;
  }
}
