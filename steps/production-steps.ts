import { Then, When } from '@cucumber/cucumber';
import type { WorldSlot } from '../support/world/world.js';

When('a review result is forced for a cardholder that cannot exist', async function (this: WorldSlot) {
  this.world.answers = [await this.world.platform.forceImpossibleResult()];
});

Then('the production list is answered', function (this: WorldSlot) {
  this.world.prove('production-list-answers-200');
});

Then('it comes in the documented envelope', function (this: WorldSlot) {
  this.world.prove('list-envelope-complete');
});

Then('production answers that the simulation is absent', function (this: WorldSlot) {
  this.world.prove('simulation-absent-in-production');
  this.world.prove('simulation-path-missing');
});
