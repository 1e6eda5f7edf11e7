import { AfterAll, Given, Then, When } from '@cucumber/cucumber';
import { closeHarnessUnderTest } from '../support/world/subjects/harness-under-test.js';
import type { BadTargetName } from '../support/fail-closed/bad-target.js';
import type { ContractDefect } from '../support/fail-closed/contract-defects.js';
import type { TroubleName } from '../support/fail-closed/troubles.js';
import type { WorldSlot } from '../support/world/world.js';

AfterAll(closeHarnessUnderTest);

Given('a harness in which {trouble}', function (this: WorldSlot, trouble: TroubleName) {
  this.world.underTest.suffer(trouble);
});

Given('a contract with {contractDefect}', async function (this: WorldSlot, defect: ContractDefect) {
  await this.world.underTest.giveContract(defect);
});

Given('a target that {badTarget}', async function (this: WorldSlot, target: BadTargetName) {
  await this.world.underTest.giveTarget(target);
});

Given('a reports folder in which no run folder can be made', async function (this: WorldSlot) {
  await this.world.underTest.blockReports();
});

When('the harness runs {string}', async function (this: WorldSlot, tags: string) {
  await this.world.underTest.run(tags);
});

When('the harness is asked for shard {word}', async function (this: WorldSlot, shard: string) {
  await this.world.underTest.command([`--shard=${shard}`]);
});

Then(
  'it ends with exit code {int} and the decision {string}, saying {string}',
  function (this: WorldSlot, exitCode: number, decision: string, words: string) {
    this.world.underTest.prove(exitCode, decision, words);
  },
);

Then(
  'it ends with exit code {int} before its first call, saying {string}',
  function (this: WorldSlot, exitCode: number, words: string) {
    this.world.underTest.prove(exitCode, 'none', words);
  },
);
