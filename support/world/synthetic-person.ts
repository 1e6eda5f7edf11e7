import type { InputOf } from '../client/typed-call.js';

const givenNames = ['Ada', 'Bela', 'Cora', 'Dario', 'Edda', 'Felix', 'Greta', 'Hugo', 'Ilse', 'Jonas'] as const;
const familyNames = ['Sample', 'Testing', 'Staging', 'Example', 'Trial', 'Fixture', 'Rehearsal', 'Practice'] as const;
const streets = ['Example Street', 'Sample Road', 'Test Avenue', 'Practice Lane'] as const;

/** The details a cardholder is created with; members as in the vendor's quick start. */
export type SyntheticPerson = InputOf<'createCardholder'>['body'];

/**
 * A person who does not exist, with every member the vendor's example sends. Names say so; the mail domain is reserved
 * for examples and its local part is the run's label, by which the cardholder can be found again; phone numbers are from the range kept for fiction. Source: docs/quickstart-first-api-call.
 */
export function syntheticPerson(random: () => number, label: string): SyntheticPerson {
  const digits = String(Math.floor(random() * 10_000)).padStart(4, '0');
  const firstName = pick(givenNames, random);
  const lastName = pick(familyNames, random);
  return {
    firstName,
    lastName,
    emailAdr: `${label}@example.com`,
    gender: 2,
    nationality: 'American',
    placeOfBirth: 'USA',
    dob: '1990-05-14',
    adrLine1: `${String(1 + Math.floor(random() * 98))} ${pick(streets, random)}`,
    city: 'Springfield',
    state: 'IL',
    country: 'US',
    zipCode: '62701',
    callingCode: '001',
    cellNum: `415555${digits}`,
    countryCallingCode: 'US',
    phoneNum: `415555${digits}`,
  };
}

function pick<T>(choices: readonly T[], random: () => number): T {
  const choice = choices[Math.floor(random() * choices.length)];
  if (choice === undefined) throw new Error('the random source must give numbers in [0, 1)');
  return choice;
}
