import { Given, Then, When } from '@cucumber/cucumber';
import type { CheckId } from '../support/verdict/checks/all-checks.js';
import type { CardholderStatusWord } from '../support/verdict/checks/status-words.js';
import type { WorldSlot } from '../support/world/world.js';

const reached = {
  Draft: 'draft-after-creation',
  'Under Review': 'under-review-after-submission',
  Approved: 'approved-after-pass',
  'Compliance Decline': 'declined-after-fail',
} as const satisfies Partial<Record<CardholderStatusWord, CheckId>>;

type ReachedWord = keyof typeof reached;

Given('a cardholder in status {cardholderStatus}', async function (this: WorldSlot, status: CardholderStatusWord) {
  await this.world.cardholders.bringTo(status);
  this.world.before.keep(await this.world.cardholders.read());
});

Given('a cardholder in status Draft who takes the SumSub route', async function (this: WorldSlot) {
  await this.world.cardholders.bringToSumsubRoute();
});

When('a SumSub token is handed over instead', async function (this: WorldSlot) {
  this.world.answers = [await this.world.cardholders.submitToken()];
});

When('a cardholder is registered with every required detail', async function (this: WorldSlot) {
  this.world.answers = [await this.world.cardholders.create()];
});

When(
  'a cardholder is registered with a first name of {int} and of {int} characters, and without one',
  async function (this: WorldSlot, short: number, long: number) {
    const { cardholders } = this.world;
    this.world.answers = [
      await cardholders.createNamed(short),
      await cardholders.createNamed(long),
      await cardholders.createNameless(),
    ];
  },
);

When('the approved cardholder is submitted once more', async function (this: WorldSlot) {
  this.world.answers = [await this.world.cardholders.submit()];
});

When('the cardholder is submitted for compliance review', async function (this: WorldSlot) {
  this.world.answers = [await this.world.cardholders.submit()];
});

When('the review is decided in favour of the cardholder', async function (this: WorldSlot) {
  this.world.answers = [await this.world.cardholders.decide('pass')];
  this.world.prove('forced-result-accepted');
});

When('the review is decided against the cardholder', async function (this: WorldSlot) {
  this.world.answers = [await this.world.cardholders.decide('fail')];
  this.world.prove('forced-result-accepted');
});

When('the identity check is opened again', async function (this: WorldSlot) {
  this.world.answers = await this.world.cardholders.reopen();
});

When('a replacement link is requested twice', async function (this: WorldSlot) {
  this.world.answers = [await this.world.cardholders.refreshLink(), await this.world.cardholders.refreshLink()];
});

When("the cardholder's {word} is changed to {string}", async function (this: WorldSlot, member: string, value: string) {
  this.world.answers = [await this.world.cardholders.edit(member, value)];
});

When('a passing result is forced all the same', async function (this: WorldSlot) {
  this.world.answers = [await this.world.cardholders.force('pass')];
});

When('a failing result is forced all the same', async function (this: WorldSlot) {
  this.world.answers = [await this.world.cardholders.force('fail')];
});

When('a result the platform does not know is forced, and none at all', async function (this: WorldSlot) {
  const { cardholders } = this.world;
  const { id: cardholderId } = cardholders;
  this.world.answers = [
    await cardholders.forceInvalid({ cardholderId, result: 'perhaps' }, 'only pass and fail are documented'),
    await cardholders.forceInvalid({ cardholderId }, 'a result is required'),
  ];
});

When('a result is forced for a cardholder that does not exist', async function (this: WorldSlot) {
  const body = { cardholderId: 2_147_483_647, result: 'pass' };
  this.world.answers = [await this.world.cardholders.forceInvalid(body, 'no cardholder has this number')];
});

When('polling goes on until the review has ended', async function (this: WorldSlot) {
  this.world.answers = (await this.world.cardholders.review.awaitSettled()).exchanges;
});

Then('the platform numbers the cardholder', function (this: WorldSlot) {
  this.world.prove('cardholder-numbered');
});

Then('the platform returns a link to the hosted identity check', function (this: WorldSlot) {
  this.world.prove('hosted-link-returned');
});

Then('the cardholder reaches status {cardholderStatus}', async function (this: WorldSlot, status: ReachedWord) {
  this.world.scope.prove(reached[status], (await this.world.cardholders.review.awaitStatus(status)).exchanges);
});

Then('the review was seen to resume', function (this: WorldSlot) {
  this.world.prove('review-resumed-after-decline');
});

Then('the cardholder is Approved after the second attempt', async function (this: WorldSlot) {
  const { exchanges } = await this.world.cardholders.review.awaitStatus('Approved');
  this.world.scope.prove('approved-after-resubmission', exchanges);
});

Then('a replacement link can be requested, or the cardholder submitted again', async function (this: WorldSlot) {
  this.world.scope.prove('refresh-works-after-decline', await this.world.cardholders.tryAgain());
});

Then('the hosted submission is refused', function (this: WorldSlot) {
  this.world.prove('hosted-submission-refused');
});

Then('the token route answers', function (this: WorldSlot) {
  this.world.prove('token-route-answers');
});

Then('the two links differ', function (this: WorldSlot) {
  this.world.prove('replacement-link-differs');
});

Then('the review is still open', async function (this: WorldSlot) {
  const { exchanges } = await this.world.cardholders.review.awaitStatus('Under Review');
  this.world.scope.prove('review-continues-after-refresh', exchanges);
});

Then('the change is refused because the field is locked', async function (this: WorldSlot) {
  await this.world.cardholders.excuseAcceptance(this.world.answers);
  this.world.prove('locked-edit-conflicts');
});

Then('the record is as it was', async function (this: WorldSlot) {
  const after = await this.world.cardholders.readUndecided();
  this.world.scope.prove('locked-edit-changes-nothing', [this.world.before.get(), after]);
});

Then('the change is refused because the cardholder is approved', function (this: WorldSlot) {
  this.world.prove('approved-edit-refused');
});

Then('the record of the approved cardholder is as it was', async function (this: WorldSlot) {
  const after = await this.world.cardholders.read();
  this.world.scope.prove('locked-edit-changes-nothing', [this.world.before.get(), after]);
});

Then('an edit of the limit is refused as well, or accepted', async function (this: WorldSlot) {
  const { cardholders, designs, scope } = this.world;
  scope.prove('limit-edit-answered', [await cardholders.limitTo(designs.halfCeiling)]);
});

Then('an edit of a contact detail is refused as well, or accepted', async function (this: WorldSlot) {
  this.world.scope.prove('contact-edit-answered', [await this.world.cardholders.edit('cellNum', '4155550199')]);
});

Then('the change is accepted', function (this: WorldSlot) {
  this.world.prove('edit-accepted-while-editable');
});

Then('the record shows the change', async function (this: WorldSlot) {
  this.world.scope.prove('edit-reads-back', [...this.world.answers, await this.world.cardholders.read()]);
});

Then('polling ended on the first settled status', function (this: WorldSlot) {
  this.world.prove('polling-ends-on-settled-status');
});

Then('the forced result is refused', function (this: WorldSlot) {
  this.world.prove('simulation-refused-outside-review');
});

Then('the unknown result is refused', function (this: WorldSlot) {
  this.world.prove('simulation-refuses-unknown-result');
});

Then('the unknown cardholder is refused', function (this: WorldSlot) {
  this.world.prove('simulation-refuses-unknown-cardholder');
});

Then('the cardholder is as approved as before', async function (this: WorldSlot) {
  const after = await this.world.cardholders.read();
  this.world.scope.prove('status-unchanged-by-refused-simulation', [this.world.before.get(), after]);
});

Then("the cardholder's status is unchanged", async function (this: WorldSlot) {
  const after = await this.world.cardholders.readUndecided();
  this.world.scope.prove('status-unchanged-by-refused-simulation', [this.world.before.get(), after]);
});

Then('each registration is refused as out of bounds', function (this: WorldSlot) {
  this.world.prove('first-name-bounds-enforced');
});

Then('the submission is refused', function (this: WorldSlot) {
  this.world.prove('submission-refused-once-approved');
});
