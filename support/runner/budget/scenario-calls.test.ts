import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { ownContractPath } from '../../config/own-contract-path.js';
import { loadContract } from '../../contract/load-contract.js';
import { budgetKindOf, isObjectKind } from '../../contract/object-kinds.js';
import { planRun } from '../plan-run.js';
import { renderCallDocument } from './render-calls.js';
import { callTableFile, checkCallTable, loadScenarioCalls, readCallDocument } from './scenario-calls.js';

const contract = await loadContract({ contractPath: ownContractPath, overlayPath: null, given: false });

const document = `version: 1
allowances:
  second-try:
    why: Another reading of the docs needs a second cardholder.
    calls: [createCardholder, getCard]
    creates: { cardholder: 1 }
scenarios:
  a/b:c:
    calls: [createCardholder, getCardholder]
    creates: { cardholder: 1 }
    allows: [second-try]
  a/b:d[1]:
    needs: [wallets, bankRail]
    calls: []
`;

describe('the table of calls', () => {
  let folder = '';
  const file = () => join(folder, 'calls.yaml');
  const load = async (text: string) => {
    await writeFile(file(), text);
    return loadScenarioCalls(file(), contract);
  };
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'axys-calls-'));
  });
  after(async () => rm(folder, { recursive: true, force: true }));

  it('adds to each scenario what its allowances grant', async () => {
    const table = await load(document);
    assert.deepEqual(table.get('a/b:c'), {
      operations: ['createCardholder', 'getCard', 'getCardholder'],
      creates: { cardholder: 2 },
      needs: [],
    });
    assert.deepEqual(table.get('a/b:d[1]'), { operations: [], creates: {}, needs: ['wallets', 'bankRail'] });
  });

  const broken: readonly (readonly [string, string, string, string])[] = [
    ['no YAML', 'version: 1', 'version: [', 'BGT-201'],
    ['an unknown member', 'version: 1', 'version: 1\nmore: 1', 'BGT-202'],
    ['an unknown kind', 'creates: { cardholder: 1 }\n    allows', 'creates: { ship: 1 }\n    allows', 'BGT-202'],
    ['an unknown capability', '[wallets, bankRail]', '[ships]', 'BGT-202'],
    ['a count of none', 'creates: { cardholder: 1 }\n    allows', 'creates: { cardholder: 0 }\n    allows', 'BGT-202'],
    ['an unknown operation', 'getCardholder]', 'getCardHolder]', 'BGT-203'],
    ['a creating call without a count', 'getCardholder]', 'getCardholder, createWallet]', 'BGT-203'],
    ['a count without a creating call', '[createCardholder, getCardholder]', '[getCardholder]', 'BGT-203'],
    ['an unknown allowance', 'allows: [second-try]', 'allows: [third-try]', 'BGT-203'],
    ['an allowance nobody has', '    allows: [second-try]\n', '', 'BGT-203'],
  ];
  for (const [what, from, to, code] of broken) {
    it(`refuses ${what}`, async () => {
      assert.ok(document.includes(from));
      await assert.rejects(load(document.replace(from, to)), { code, exit: 78 });
    });
  }

  it('refuses a file that is not there', async () => {
    await assert.rejects(loadScenarioCalls(join(folder, 'none.yaml'), contract), { code: 'BGT-201' });
  });

  it('stops a run whose scenarios and entries differ', async () => {
    const table = await load(document);
    checkCallTable('f', table, ['a/b:c', 'a/b:d[1]']);
    assert.throws(() => checkCallTable('f', table, ['a/b:c', 'a/b:d[1]', 'a/b:e']), { code: 'BGT-204', exit: 78 });
    assert.throws(() => checkCallTable('f', table, ['a/b:c']), { code: 'BGT-205', exit: 78 });
  });

  it('is written from what was seen; what people wrote by hand is kept', async () => {
    await writeFile(file(), document);
    const seen = new Map([
      ['a/b:c', { operations: ['createWallet'], creates: { wallet: 3 } }],
      ['a/b:new', { operations: ['getCard'], creates: {} }],
    ]);
    const needs = new Map([['a/b:new', ['threeDSecure'] as const]]);
    const render = async (scenarioIds: readonly string[]) =>
      renderCallDocument(await readCallDocument(file()), { seen, needs, scenarioIds });
    const text = await render(['a/b:c', 'a/b:d[1]', 'a/b:new', 'a/b:quiet']);
    const table = await load(text);
    assert.deepEqual([...table.keys()], ['a/b:c', 'a/b:d[1]', 'a/b:new', 'a/b:quiet']);
    assert.deepEqual(table.get('a/b:c'), {
      operations: ['createCardholder', 'createWallet', 'getCard'],
      creates: { cardholder: 1, wallet: 3 },
      needs: [],
    });
    assert.deepEqual(table.get('a/b:new')?.needs, ['threeDSecure']);
    // What was needed once and is not any more is gone.
    assert.deepEqual(table.get('a/b:d[1]'), { operations: [], creates: {}, needs: [] });
    assert.deepEqual(table.get('a/b:quiet'), { operations: [], creates: {}, needs: [] });
    assert.equal(await render([...table.keys()]), text);
  });

  it('of this package is sound, and names every scenario and no other', async () => {
    const { catalogue } = await planRun({ tags: null, scenarioId: null, rows: null, order: 'defined' });
    const table = await loadScenarioCalls(callTableFile, contract);
    assert.deepEqual([...table.keys()].toSorted(), catalogue.map(({ id }) => id).toSorted());
  });

  it('knows every kind of object the contract says calls create', () => {
    const creating = [...contract.operations.values()].filter(({ creates }) => creates !== null);
    assert.ok(creating.length > 10);
    for (const operation of creating) assert.ok(isObjectKind(budgetKindOf(operation) ?? ''), operation.operationId);
  });
});
