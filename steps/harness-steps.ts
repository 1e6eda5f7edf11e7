import { Given, When } from '@cucumber/cucumber';
import type { WorldSlot } from '../support/world/world.js';

Given('an emulator in production mode', async function (this: WorldSlot) {
  await this.world.production.start();
});

When('a review result is forced there for a cardholder that does not exist', async function (this: WorldSlot) {
  this.world.answers = [await this.world.production.forceResult()];
});
