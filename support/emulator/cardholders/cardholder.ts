import type { Json } from '../../trace/exchange.js';

/** Members a cardholder is created with and may be edited in. Source: docs/quickstart-first-api-call. */
export const personalMembers = [
  'firstName',
  'lastName',
  'emailAdr',
  'gender',
  'nationality',
  'placeOfBirth',
  'dob',
  'adrLine1',
  'city',
  'state',
  'country',
  'zipCode',
  'callingCode',
  'cellNum',
  'countryCallingCode',
  'phoneNum',
] as const;

/** A natural person of a Program. */
export interface Cardholder {
  readonly id: number;
  /** State name of the cardholder lifecycle. */
  readonly state: string;
  /** Values of {@link personalMembers} as they came. */
  readonly person: Readonly<Record<string, Json>>;
  readonly sumsubEnabled: boolean;
  /** Minor units; null inherits the Program's. */
  readonly transactionLimit: number | null;
  /** Counts submissions and reopenings, so that an outdated organic decision is recognised. */
  readonly review: number;
  /** Emulated milliseconds. */
  readonly createdAt: number;
}

/** The last name, by which organic outcomes are chosen and lists are ordered. */
export function lastNameOf(cardholder: Cardholder): string {
  const lastName = cardholder.person['lastName'];
  return typeof lastName === 'string' ? lastName : '';
}
