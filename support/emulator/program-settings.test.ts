import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtInProfile } from '../config/built-in-profile.js';
import { foreignSettingsOf, settingsOf } from './program-settings.js';

const designs = (approvedSlots: readonly number[]) => settingsOf({ ...builtInProfile(), approvedSlots }).designs;

test('the built-in slots are approved, pending, rejected, approved, empty, empty', () => {
  assert.deepEqual(settingsOf(builtInProfile()).designs, ['approved', 'pending', 'rejected', 'approved', null, null]);
});

test('the approved slots of a profile are approved and no other is', () => {
  assert.deepEqual(designs([0]), ['approved', 'pending', 'rejected', 'pending', null, null]);
  assert.deepEqual(designs([2, 5]), ['pending', 'pending', 'approved', 'pending', null, 'approved']);
});

test('the neighbour differs in name and number', () => {
  const [own, other] = [settingsOf(builtInProfile()), foreignSettingsOf(builtInProfile())];
  assert.notEqual(own.name, other.name);
  assert.notEqual(own.programId, other.programId);
});
