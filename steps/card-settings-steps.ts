import { Given, Then, When } from '@cucumber/cucumber';
import type { WorldSlot } from '../support/world/world.js';

When("the card's alias is changed and its limit set to half the Program's", async function (this: WorldSlot) {
  const transactionLimit = this.world.designs.halfCeiling;
  this.world.answers = [await this.world.cards.settings.update({ alias: 'Certification', transactionLimit })];
});

When("the card's limit is raised above the Program's", async function (this: WorldSlot) {
  const { cards, designs } = this.world;
  this.world.answers = [await cards.settings.update({ transactionLimit: designs.ceiling + 1 }), await cards.read()];
});

When("the cardholder's limit is raised above the Program's", async function (this: WorldSlot) {
  const { cardholders, designs } = this.world;
  this.world.answers = await cardholders.withRead(await cardholders.limitTo(designs.ceiling + 1));
});

When("a cardholder is registered with a limit above the Program's", async function (this: WorldSlot) {
  const { cardholders, designs } = this.world;
  this.world.answers = await cardholders.withRead(await cardholders.create({ transactionLimit: designs.ceiling + 1 }));
});

When("the card's limit is raised above the cardholder's", async function (this: WorldSlot) {
  const { cards, designs } = this.world;
  this.world.answers = [await cards.settings.update({ transactionLimit: designs.halfCeiling + 1 }), await cards.read()];
});

Given("the card's limit is set to half the Program's", async function (this: WorldSlot) {
  const { cards, designs } = this.world;
  await cards.settings.limitTo(designs.halfCeiling);
  this.world.before.keep(await cards.read());
});

When("the card's limit is set to half the Program's, and then its alias alone", async function (this: WorldSlot) {
  const { cards, designs } = this.world;
  const limited = await cards.settings.update({ transactionLimit: designs.halfCeiling });
  this.world.answers = [limited, await cards.settings.update({ alias: 'Certification' })];
});

When("the card's contact details are changed to some that are too short or too long", async function (this: WorldSlot) {
  this.world.answers = await this.world.cards.settings.updateOutOfBounds();
});

When("the card's limit is set to {money}", async function (this: WorldSlot, transactionLimit: number) {
  await this.world.cards.settings.limitTo(transactionLimit);
});

Then('the card has kept its alias and limit', async function (this: WorldSlot) {
  this.world.scope.prove('settings-kept-while-blocked', [this.world.before.get(), await this.world.cards.read()]);
});

Then('everything else the card shows is as it was', async function (this: WorldSlot) {
  const { before, answers, cards, scope } = this.world;
  scope.prove('update-keeps-the-rest', [before.get(), ...answers, await cards.read()]);
});

Then('each update is refused as out of bounds', function (this: WorldSlot) {
  this.world.prove('card-update-bounds-enforced');
});

Then('the update is accepted', function (this: WorldSlot) {
  this.world.prove('card-update-accepted');
});

Then('the card shows the new alias and limit', async function (this: WorldSlot) {
  this.world.scope.prove('card-update-reads-back', [...this.world.answers, await this.world.cards.read()]);
});

Then("no limit above the Program's is in force", function (this: WorldSlot) {
  this.world.prove('excess-limit-never-in-force', { ceiling: this.world.designs.ceiling });
});

Then("no limit above the cardholder's is in force", function (this: WorldSlot) {
  this.world.prove('excess-limit-never-in-force', { ceiling: this.world.designs.halfCeiling });
});
