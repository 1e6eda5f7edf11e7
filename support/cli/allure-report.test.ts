import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { writeAllure } from '../views/allure/write-allure.js';
import { evidenceFolder } from '../evidence/evidence-folder.js';
import { aRecording, anExchange, aRun } from '../evidence/testing/sample-run.js';
import { aCheck, aFinding, aResult, aStep } from '../verdict/testing/samples.js';
import { renderAllureReport } from './allure-report.js';

const java = spawnSync('java', ['-version']).status === 0;

/** What a test may know of its environment: where programs are. */
const variable = (name: string) => spawnSync('printenv', [name]).stdout.toString().trim();
const home = variable('JAVA_HOME');
const surroundings = { PATH: variable('PATH'), ...(home === '' ? {} : { JAVA_HOME: home }) };

interface Tree {
  readonly name: string;
  readonly status?: string;
  readonly children?: readonly Tree[];
}

interface TestCase {
  readonly fullName: string;
  readonly testStage: { readonly steps: readonly { readonly attachments: readonly { readonly name: string }[] }[] };
  readonly extra: { readonly history?: { readonly items: readonly { readonly status: string }[] } };
}

/** The report itself, made by Allure: what it shows is read from the data inside its page. */
describe('the Allure report', { skip: java ? false : 'Java is not installed' }, () => {
  let folder = '';
  let data: ReadonlyMap<string, unknown> = new Map();
  const rows = ['f:ends[1]', 'f:ends[2]'];
  const results = [
    ...rows.map((id, index) => aResult({ id, steps: [aStep()], exchangeIds: [`x-00000${index + 1}`] })),
    aResult({ id: 'f:breaks', verdict: 'fail', exchangeIds: [], steps: [], findings: [aFinding()] }),
    aResult({
      id: 'f:reviews',
      verdict: 'review',
      exchangeIds: [],
      steps: [],
      checks: [aCheck({ outcome: 'violated' })],
    }),
  ];
  const exchanges = rows.map((scenario, index) => anExchange({ id: `x-00000${index + 1}`, scenario }));
  const earlier = ['pass', 'fail'].map((verdict, index) => ({
    runId: `run-${index}`,
    results: [aResult({ id: 'f:ends[1]', verdict: verdict === 'pass' ? 'pass' : 'fail' })],
  }));

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'axys-allure-'));
    const own = results.map((result) => ({
      ...result,
      steps: result.steps.map((step) => ({ ...step, exchangeIds: result.exchangeIds })),
    }));
    await writeAllure(evidenceFolder(folder), { run: aRun(own), recorded: aRecording(exchanges) });
    const request = {
      results: join(folder, 'allure-results'),
      output: join(folder, 'allure/run-1'),
      env: surroundings,
    };
    data = dataIn(await readFile(await renderAllureReport({ ...request, earlier }), 'utf8'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const cases = () =>
    [...data].filter(([name]) => /^data\/test-cases\/.*\.json$/.test(name)).map(([, content]) => content as TestCase);

  it('keeps the rows of an Outline apart, each with its own exchange on its step', () => {
    const shown = cases()
      .filter(({ fullName }) => rows.includes(fullName))
      .toSorted((a, b) => a.fullName.localeCompare(b.fullName));
    assert.deepEqual(
      shown.map(({ fullName, testStage }) => [fullName, testStage.steps[0]?.attachments[0]?.name]),
      [
        ['f:ends[1]', 'x-000001 getCard 200'],
        ['f:ends[2]', 'x-000002 getCard 200'],
      ],
    );
    assert.equal(cases().length, results.length);
  });

  it('shows the history of a scenario and of no other, and the trend of the runs', () => {
    const history = new Map(cases().map(({ fullName, extra }) => [fullName, extra.history?.items ?? []]));
    assert.deepEqual(
      history.get('f:ends[1]')?.map(({ status }) => status),
      ['failed', 'passed'],
    );
    assert.deepEqual(history.get('f:ends[2]'), []);
    const trend = data.get('widgets/history-trend.json') as { data: { total: number } }[];
    assert.deepEqual(
      trend.map((point) => point.data.total),
      [4, 1, 1],
    );
  });

  it('sorts what is not green into the classes of problems', () => {
    const { children = [] } = data.get('data/categories.json') as Tree;
    const names = (tree: Tree): string[] => (tree.children === undefined ? [tree.name] : tree.children.flatMap(names));
    const byName = new Map(children.map((category) => [category.name, names(category)]));
    assert.deepEqual(byName.get('Contract violation'), ['Block a card']);
    assert.deepEqual(byName.get('Behaviour'), ['Block a card']);
    assert.equal(byName.has('Timing'), false);
  });

  it('leaves nothing beside the report', async () => {
    assert.deepEqual(await readdir(join(folder, 'allure')), ['run-1']);
    assert.deepEqual(await readdir(join(folder, 'allure/run-1')), ['index.html']);
  });
});

/** The files inside a single-file report: calls of `d(name, base64)`. */
function dataIn(html: string): ReadonlyMap<string, unknown> {
  const files = html.matchAll(/d\(['"]([^'"]+\.json)['"],\s*['"]([A-Za-z0-9+/=]*)['"]\)/g);
  return new Map(
    [...files].map(([, name = '', content = '']) => [
      name,
      JSON.parse(Buffer.from(content, 'base64').toString('utf8')),
    ]),
  );
}
