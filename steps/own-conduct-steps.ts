import { Given, Then } from '@cucumber/cucumber';
import type { WorldSlot } from '../support/world/world.js';

Then('no operation that the matrix may call, or has called so far, is deprecated', function (this: WorldSlot) {
  this.world.conduct.proveNoDeprecatedCall();
});

Given('the configuration of this run and that of production', function (this: WorldSlot) {
  this.world.conduct.compareWithProduction();
});

Then('only environment, address and credentials differ', function (this: WorldSlot) {
  this.world.conduct.proveSwitch();
});

Then('no credential is used in both', function (this: WorldSlot) {
  this.world.conduct.proveSeparation();
});
