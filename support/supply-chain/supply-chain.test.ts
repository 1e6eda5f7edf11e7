import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, test } from 'node:test';
import { packageRoot } from '../config/package-root.js';
import { advisoryFinding, type AdvisoryFinding } from './advisories.js';
import { isAdmitted, licenceProblems, type LicenceRules } from './licences.js';
import { licencesPage } from './licences-page.js';
import { loadLicenceRules } from './load-licence-rules.js';
import { lockedPackages, lockProblems } from './lock-file.js';
import { exitOfSupplyChain, renderSupplyChain, type SupplyChain } from './supply-chain.js';

const file = (name: string) => readFileSync(join(packageRoot(), name), 'utf8');
const digest = 'sha512-AAAA';
const lockOf = (packages: object) => JSON.stringify({ lockfileVersion: 3, packages: { '': {}, ...packages } });
const good = { 'node_modules/a': { version: '1.0.0', integrity: digest, license: 'MIT' } };

test('our own lock file, licences and list of licences are in order', () => {
  const [lock, rules] = [file('package-lock.json'), loadLicenceRules()];
  assert.deepEqual(lockProblems(lock, file('package.json')), []);
  assert.deepEqual(licenceProblems(lockedPackages(lock), rules), []);
  assert.equal(file('docs/licences.md'), licencesPage(lockedPackages(lock), rules));
});

describe('a lock file', () => {
  const rows: readonly (readonly [string, string, RegExp])[] = [
    ['of another version', JSON.stringify({ lockfileVersion: 2, packages: good }), /version 2, expected 3/],
    ['that is empty', lockOf({}), /names no package/],
    ['without a digest', lockOf({ 'node_modules/a': { version: '1.0.0' } }), /a@1.0.0 has no SHA-512/],
    ['with a weak digest', lockOf({ 'node_modules/a': { version: '1.0.0', integrity: 'sha1-x' } }), /no SHA-512/],
    [
      'bound to a registry',
      lockOf({ 'node_modules/a': { version: '1.0.0', integrity: digest, resolved: 'https://r.example/a.tgz' } }),
      /bound to one registry/,
    ],
  ];
  for (const [what, lock, problem] of rows)
    it(`${what} is refused`, () => {
      assert.match(lockProblems(lock, '{}').join('\n'), problem);
    });

  it('with nothing wrong is not, unless package.json asks for a range', () => {
    assert.deepEqual(lockProblems(lockOf(good), '{"dependencies":{"a":"1.0.0"}}'), []);
    assert.match(lockProblems(lockOf(good), '{"devDependencies":{"a":"^1.0.0"}}').join(), /asks for a \^1.0.0/);
  });

  it('names a package once, and as needed by everybody when one place of it is', () => {
    const nested = { 'node_modules/b/node_modules/a': { version: '1.0.0', integrity: digest, dev: true } };
    const [only, ...others] = lockedPackages(lockOf({ ...good, ...nested }));
    assert.deepEqual([only?.name, only?.development, others], ['a', false, []]);
  });
});

describe('licences', () => {
  const rules: LicenceRules = {
    admitted: [
      { id: 'MIT', use: 'everywhere', why: 'x' },
      { id: 'MPL-2.0', use: 'development', why: 'x' },
    ],
    stated: [{ package: 'old@1.0.0', licence: 'MIT', source: 'LICENSE' }],
  };
  const problemsOf = (packages: object) => licenceProblems(lockedPackages(lockOf(packages)), rules).join('\n');
  const old = { 'node_modules/old': { version: '1.0.0', integrity: digest } };

  it('that nobody states or admits are named; for another version a statement does not count', () => {
    assert.equal(problemsOf({ ...good, ...old }), '');
    assert.match(problemsOf({ 'node_modules/old': { version: '1.0.1' } }), /old@1.0.1: no licence stated/);
    assert.match(problemsOf({ ...old, 'node_modules/g': { version: '1.0.0', license: 'AGPL-3.0' } }), /AGPL-3.0/);
    assert.match(problemsOf(good), /old@1.0.0: its licence is stated, but/);
  });

  it('for development alone do not hold for what is handed on', () => {
    const axe = { version: '1.0.0', license: 'MPL-2.0' };
    assert.equal(problemsOf({ ...old, 'node_modules/axe': { ...axe, dev: true } }), '');
    assert.match(problemsOf({ ...old, 'node_modules/axe': axe }), /axe@1.0.0: MPL-2.0 is not admitted/);
  });

  it('may be chosen with OR, are all needed with AND, and are refused when they are not understood', () => {
    const admitted = new Set(['MIT', 'ISC']);
    const words = [
      'MIT',
      '(MIT OR GPL-3.0)',
      'MIT AND ISC',
      'MIT AND GPL-3.0',
      'MIT OR (ISC AND X)',
      'SEE LICENSE',
      '',
    ];
    assert.deepEqual(
      words.map((expression) => isAdmitted(expression, admitted)),
      [true, true, true, false, false, false, false],
    );
  });
});

describe('advisories', () => {
  const whole = { auditReportVersion: 2, vulnerabilities: {}, metadata: { dependencies: { total: 439 } } };
  const rows: readonly (readonly [string, string, AdvisoryFinding['outcome'], 0 | 1 | 2])[] = [
    ['a whole report without any', JSON.stringify(whole), 'none-known', 0],
    [
      'one of a package',
      JSON.stringify({ ...whole, vulnerabilities: { a: { severity: 'low', range: '<1.0.1' } } }),
      'found',
      1,
    ],
    ['an endpoint that is not there', '{"message":"405 Method Not Allowed"}', 'not-checked', 2],
    ['no answer', '', 'not-checked', 2],
    [
      'a report about nothing',
      JSON.stringify({ ...whole, metadata: { dependencies: { total: 0 } } }),
      'not-checked',
      2,
    ],
    ['another form of report', JSON.stringify({ ...whole, auditReportVersion: 1 }), 'not-checked', 2],
    ['null', 'null', 'not-checked', 2],
  ];
  for (const [what, printed, outcome, exit] of rows)
    it(`${what}: ${outcome}`, () => {
      const advisories = advisoryFinding(printed);
      const found: SupplyChain = { lockSha256: '0', packages: 1, lock: [], licences: [], advisories };
      assert.deepEqual([advisories.outcome, exitOfSupplyChain(found)], [outcome, exit]);
      assert.match(
        renderSupplyChain(found),
        exit === 0 ? /^ok {4}advisories: none known for 439/m : /^(?:FAIL|\?{4})/m,
      );
    });

  it('that were not checked never hide a problem', () => {
    const advisories = advisoryFinding('');
    const found = { lockSha256: '0', packages: 1, lock: ['it is wrong'], licences: [], advisories };
    assert.equal(exitOfSupplyChain(found), 1);
    assert.match(renderSupplyChain(found), /^FAIL {2}lock file: it is wrong$/m);
  });
});
