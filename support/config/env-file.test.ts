import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseEnvFile, quoteValue, readEnvFile } from './env-file.js';

describe('parseEnvFile', () => {
  it('reads plain, quoted, exported and commented lines', () => {
    const text = [
      '\uFEFF# a comment',
      'AXYS_ENV=staging # trailing',
      'export AXYS_API_KEY="a # b \\"c\\""',
      "AXYS_CA_PATH='/tmp/$x y'",
      '',
      'OTHER=1\r',
    ].join('\n');
    assert.deepEqual(Object.fromEntries(parseEnvFile(text, 'f').values), {
      AXYS_ENV: 'staging',
      AXYS_API_KEY: 'a # b "c"',
      AXYS_CA_PATH: '/tmp/$x y',
      OTHER: '1',
    });
  });

  for (const [line, problem] of [
    ['no equals sign', 'no such form'],
    ['AXYS_API_KEY="open secret-value', 'unclosed quote'],
    ["AXYS_API_KEY='secret-value' more", 'unclosed quote or text after it'],
  ] as const) {
    it(`names the line, not the value: ${problem}`, () => {
      const read = parseEnvFile(`A=1\n${line}\nAXYS_ENV=prod`, 'f.env');
      assert.equal(read.problem?.code, 'CFG-102');
      assert.match(read.problem.message, /f\.env line 2/);
      assert.ok(read.problem.message.includes(problem));
      assert.ok(!read.problem.message.includes('secret-value'));
      assert.equal(read.values.get('AXYS_ENV'), 'prod', 'the guard still sees what could be read');
    });
  }

  it('refuses a variable that is set twice', () => {
    assert.match(parseEnvFile('A=1\nA=2', 'f').problem?.message ?? '', /A is set twice/);
  });

  it('reads back whatever quoteValue wrote', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        fc.pre(!value.includes('\r'));
        const read = parseEnvFile(`A=${quoteValue(value)}`, 'f');
        assert.equal(read.problem, null);
        assert.equal(read.values.get('A'), value);
      }),
    );
  });

  it('says that a file is missing without throwing', async () => {
    const read = await readEnvFile('/nowhere/at/all.env');
    assert.equal(read.problem?.code, 'CFG-101');
    assert.match(read.problem.message, /no such file/);
  });
});
