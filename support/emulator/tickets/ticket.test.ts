import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openSession } from '../test-kit/open-session.js';
import { newCardholder } from '../test-kit/subjects.js';

const session = await openSession();
after(() => session.close());
const ticket = { subject: 'Unallocated deposit', message: 'Please look', priority: 2 };

test('a ticket gets an id, and every ticket another one', async () => {
  const cardholderId = await newCardholder(session);
  const body = { ...ticket, programId: session.emulator.profile.programId, cardholderId };
  const [first, second] = [
    await session.call('POST', '/support/tickets', body),
    await session.call('POST', '/support/tickets', body),
  ];
  assert.equal(first.status, 200);
  assert.notEqual(first.body['ticketId'], second.body['ticketId']);
});

test("another Program's id or cardholder is unknown, a ticket without a subject a bad request", async () => {
  const { programId, foreignCardholderId } = session.emulator.profile;
  const post = async (members: object) => (await session.call('POST', '/support/tickets', members)).status;
  assert.equal(await post({ ...ticket, programId: programId + 1 }), 404);
  assert.equal(await post({ ...ticket, cardholderId: foreignCardholderId }), 404);
  assert.equal(await post({ message: 'Please look' }), 400);
});
