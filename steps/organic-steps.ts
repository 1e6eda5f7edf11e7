import { Given, Then, When } from '@cucumber/cucumber';
import type { WorldSlot } from '../support/world/world.js';

Given('a cardholder with the last name {word}', async function (this: WorldSlot, lastName: string) {
  await this.world.cardholders.bringTo('Draft', { lastName });
});

When('the cardholder is submitted and the review left to itself', async function (this: WorldSlot) {
  await this.world.organic.leaveAlone();
});

Then('the result is accepted as it comes', function (this: WorldSlot) {
  this.world.scope.prove('organic-result-accepted', this.world.organic.tellingReads);
});

Then('polling backed off as scheduled until the review ended or the wait was over', function (this: WorldSlot) {
  const { organic, scope } = this.world;
  scope.prove('polling-keeps-schedule', organic.everyRead, organic.schedule);
});

Then('an admin decline, should it come, is taken to support and not retried', async function (this: WorldSlot) {
  const { organic, scope, cardholders } = this.world;
  await organic.ifEnded('Admin Decline', async () => {
    const calls = await organic.takeToSupport();
    scope.prove('admin-decline-goes-to-support', calls, { cardholderId: cardholders.id });
    scope.prove('admin-decline-not-retried', calls);
  });
});

Then('an error, should it come, is submitted again or taken to support', async function (this: WorldSlot) {
  const { organic, scope, cardholders } = this.world;
  await organic.ifEnded('Error', async () => {
    scope.prove('submission-error-answered', await organic.answerError(), { cardholderId: cardholders.id });
  });
});
