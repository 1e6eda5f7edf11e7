import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

  for (const [what, bytes, says] of [
    ['UTF-16, little end first (PowerShell 5)', Buffer.from('\uFEFFAXYS_API_KEY=secret', 'utf16le'), /UTF-16/],
    ['UTF-16, big end first', Buffer.from('\uFEFFAXYS_API_KEY=secret', 'utf16le').swap16(), /UTF-16/],
    ['Latin-1', Buffer.from('A=Caf\xe9', 'latin1'), /not UTF-8/],
  ] as const) {
    it(`names the encoding of a file in ${what}`, async () => {
      const folder = await mkdtemp(join(tmpdir(), 'axys-env-'));
      await writeFile(join(folder, 'e.env'), bytes);
      const { problem } = await readEnvFile(join(folder, 'e.env'));
      assert.equal(problem?.code, 'CFG-101');
      assert.match(problem.message, says);
      await rm(folder, { recursive: true });
    });
  }

  it('says that a file is missing without throwing', async () => {
    const read = await readEnvFile('/nowhere/at/all.env');
    assert.equal(read.problem?.code, 'CFG-101');
    assert.match(read.problem.message, /no such file/);
  });
});
