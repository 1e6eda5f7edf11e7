import assert from 'node:assert/strict';
import type { Session } from './session.js';

/** Members of a synthetic cardholder. */
export const person = {
  firstName: 'Ada',
  lastName: 'Example',
  emailAdr: 'ada@example.com',
  gender: 1,
  nationality: 'American',
  placeOfBirth: 'USA',
  dob: '1990-05-14',
  adrLine1: '1 Example Street',
  city: 'Austin',
  state: 'TX',
  country: 'US',
  zipCode: '73301',
  callingCode: '001',
  cellNum: '4155551234',
  countryCallingCode: 'US',
  phoneNum: '4155551234',
} as const;

/** Creates a draft; returns its id. */
export async function newCardholder(session: Session, members: object = {}): Promise<number> {
  const seen = await session.call('POST', '/cardholders', { ...person, ...members });
  assert.equal(seen.status, 200, seen.text);
  return Number(seen.body['cardholderId']);
}

/** The integer status of a cardholder. */
export async function statusOf(session: Session, id: number): Promise<number> {
  return Number((await session.call('GET', `/cardholders/${id}`)).body['status']);
}

/** Creates a cardholder and takes it to Approved. */
export async function approvedCardholder(session: Session, members: object = {}): Promise<number> {
  const id = await newCardholder(session, members);
  await session.call('PUT', `/cardholders/${id}/kyc-submit`);
  session.pass(12);
  await session.call('POST', '/staging/kyc/validate', { cardholderId: id, result: 'pass' });
  session.pass(12);
  assert.equal(await statusOf(session, id), 1);
  return id;
}

/** Issues a card; returns its id. */
export async function newCard(
  session: Session,
  cardholderId: number,
  kind: 'virtual' | 'assign' = 'virtual',
  members: object = {},
): Promise<number> {
  const seen = await session.call('POST', `/cards/${kind}/${cardholderId}`, { nameOnCard: 'ADA EXAMPLE', ...members });
  assert.equal(seen.status, 200, seen.text);
  return Number(seen.body['cardId']);
}

/** Ledger and available balance of a card, minor units. */
export async function balancesOf(session: Session, cardId: number): Promise<[number, number]> {
  const { body } = await session.call('GET', `/cards/${cardId}/balance`);
  return [Number(body['ledgerBalance']), Number(body['availableBalance'])];
}

/** Deposits a stablecoin on a card and lets it become available. */
export async function fund(session: Session, cardId: number, amount: string): Promise<void> {
  const seen = await session.call('POST', `/staging/cards/${cardId}/crypto-deposit`, {
    chain: 'evm',
    asset: 'USDC',
    amount,
  });
  assert.equal(seen.status, 200, seen.text);
  session.pass(480);
}
