import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { Canaries } from './test-kit/canaries/canary.js';
import { runAmongCanaries, type CanaryRun } from './test-kit/canaries/canary-run.js';
import { outsideSearch } from './test-kit/canaries/outside-search.js';
import { plantedMembers } from './test-kit/canaries/plant-canaries.js';

const secret = 'axk_0123456789abcdefghij';

it('the search from outside finds every canary in what the server says', () => {
  const canaries = new Canaries();
  const members = plantedMembers(canaries, secret);
  canaries.value('API key', secret);
  for (const [name, value] of Object.entries(members)) {
    // The halves of a number are no number for a search of texts; that they are masked is tested beside the masking.
    if (name === 'halves') continue;
    const bytes = Buffer.from(JSON.stringify({ [name]: value }));
    assert.notDeepEqual(outsideSearch([{ name, bytes }], canaries.all), [], `${name} was planted and not found`);
  }
  const wide = Buffer.from(secret, 'utf16le');
  assert.equal(outsideSearch([{ name: 'wide', bytes: wide }], canaries.all).length, 1);
  assert.deepEqual(outsideSearch([{ name: 'clean', bytes: Buffer.from('{"cardId":80393}') }], canaries.all), []);
});

describe('a run against a platform that says what it should not', () => {
  let run: CanaryRun;
  before(async () => {
    run = await runAmongCanaries({ tags: '@TM-35 or @TM-53 or @TM-64' });
  });

  it('ends with a signed pack, a zip and the views', () => {
    assert.equal(run.code, 1, run.printed);
    const names = run.haystacks.map(({ name }) => name);
    for (const expected of [/test-result\.dsse\.json$/, /\.zip$/, /-result\.json$/, /\.har$/, /START-HERE\.html$/]) {
      assert.ok(
        names.some((name) => expected.test(name)),
        `${String(expected)} is missing: ${run.printed}`,
      );
    }
    const rendered = names.some((name) => /allure\/.*index\.html$/.test(name));
    assert.ok(rendered || /Allure report: .*Java/i.test(run.printed), run.printed);
  });

  it('prints in every view what is recorded, also of findings that speak of a canary', () => {
    const found = run.haystacks.find(({ name }) => name.endsWith('/results/findings.json'));
    assert.match(found?.bytes.toString() ?? '', /"message": ".*\[masked:/);
    assert.equal(run.verified?.code, 0, run.verified?.printed);
  });

  it('leaves none of it in pack, zip, Allure, console or access log', () => {
    assert.ok(run.canaries.all.length > 40);
    assert.deepEqual(outsideSearch(run.haystacks, run.canaries.all), []);
  });
});

describe('a writer of ours that forgets to mask is caught at the end of the run', () => {
  const leaks: Readonly<Record<string, (apiKey: string) => string>> = {
    'a card number': () => 'card 4111 1111 1111 1111 charged\n',
    'the API key': (apiKey) => `curl -H "${Buffer.from(`X-API-Key: ${apiKey}`).toString('base64')}"\n`,
    'a security code': () => '{"note":"as typed","cvv":"731"}\n',
  };
  for (const [title, leak] of Object.entries(leaks)) {
    it(`${title}: exit 4, no signature, no zip, no Allure report, and the latest run says why`, async () => {
      const { code, printed, haystacks } = await runAmongCanaries({ tags: '@TM-10', leak });
      assert.equal(code, 4, printed);
      assert.match(printed, /"no card data in the evidence" does not hold: card data or a secret reached the evidence/);
      const names = haystacks.map(({ name }) => name);
      assert.ok(!names.some((name) => /dsse\.json$|\.zip$|allure\/.*index\.html$/.test(name)), names.join('\n'));
      const scan = haystacks.find(({ name }) => name.endsWith('/card-data-scan.json'));
      const { outcome, hits } = JSON.parse(scan?.bytes.toString() ?? '') as {
        outcome: string;
        hits: { file: string }[];
      };
      assert.deepEqual([outcome, hits[0]?.file], ['hit', 'logs/container.log']);
      assert.ok(
        haystacks.some(({ name, bytes }) => name === 'links' && bytes.includes('latest ->')),
        'latest is there',
      );
    });
  }
});
