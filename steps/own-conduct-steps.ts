import { Then } from '@cucumber/cucumber';
import type { WorldSlot } from '../support/world/world.js';

Then('no operation that the matrix may call, or has called so far, is deprecated', function (this: WorldSlot) {
  this.world.conduct.proveNoDeprecatedCall();
});
