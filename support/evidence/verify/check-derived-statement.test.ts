import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { test } from 'node:test';
import { aResult, aWaiver } from '../../verdict/testing/samples.js';
import { withFolder } from '../testing/sample-run.js';
import { smallPack, smallRecomputation, smallRun, verifySmall } from '../testing/small-pack.js';
import { derivedStatementDifferences } from './check-derived-statement.js';
import { openPack } from './open-pack.js';
import { recomputationFile } from './recomputation.js';

const { privateKey } = generateKeyPairSync('ed25519');
const failed = { ...smallRun, results: [aResult({ verdict: 'fail' })] };

test('a statement says of every scenario what the evidence gives, and is found out otherwise', () =>
  withFolder(async (folder) => {
    const { root } = await smallPack(folder, privateKey);
    const pack = await openPack(root);
    assert.deepEqual(await derivedStatementDifferences(pack, smallRun), []);
    const said = (await derivedStatementDifferences(pack, failed)).map(({ problem }) => problem);
    assert.deepEqual(said, [
      'it says that cards/hold:block-a-card passed, the evidence does not',
      'it does not say that cards/hold:block-a-card failed, the evidence does',
    ]);
    const { recorded } = smallRun;
    const configured = { ...smallRun, recorded: { ...recorded, adHocKey: !recorded.adHocKey } };
    assert.match((await derivedStatementDifferences(pack, configured))[0]?.problem ?? '', /^its signingKey is /);
    const waived = await derivedStatementDifferences(pack, { ...smallRun, waivers: [aWaiver()] });
    assert.match(waived.at(-1)?.problem ?? '', /^its waived is nothing, the evidence gives \["TM-29 card-active/);
  }));

test('verify names the statement, and a count of results/recomputation.json that is another', () =>
  withFolder(async (folder) => {
    const { root } = await smallPack(folder, privateKey);
    const problemsOf = async (change: object) => {
      const recompute = () => Promise.resolve({ ...smallRecomputation, ...change });
      const { steps } = await verifySmall({ pack: root, recompute });
      return steps.flatMap(({ items }) => items.map(({ where, problem }) => `${where}: ${problem}`)).join('\n');
    };
    assert.match(
      await problemsOf({ decided: failed }),
      /test-result\.dsse\.json: it says that cards\/hold:block-a-card/,
    );
    assert.match(await problemsOf({ scenarios: 2 }), new RegExp(`${recomputationFile}: scenarios: deriving`));
  }));
