import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { environmentVariables } from '../config/environment-variables.js';
import { packageRoot } from '../config/package-root.js';
import { exitCode } from '../messages/exit-code.js';
import { catalogueOf } from '../runner/catalogue.js';
import { readFeatures } from '../runner/cucumber.js';
import { loadFaults } from '../emulator/faults/fault-catalogue.js';
import { capturedIo } from './captured-io.js';
import { main } from './main.js';

const textOf = (path: string) => readFileSync(join(packageRoot(), path), 'utf8');
const pages = readdirSync(join(packageRoot(), 'docs')).filter((name) => name.endsWith('.md'));
const documents = ['README.md', 'reports/README.md', ...pages.map((name) => `docs/${name}`)];
const readme = textOf('README.md');
const { scripts } = JSON.parse(textOf('package.json')) as { readonly scripts: Readonly<Record<string, string>> };
const codes = new Set(
  readdirSync(join(packageRoot(), 'support/messages')).flatMap((name) =>
    [...textOf(`support/messages/${name}`).matchAll(/^ +'([A-Z]{3}-\d{3})': \{$/gm)].map(([, code]) => code),
  ),
);

/** Each way in which documents write a command line: what stands before the command, and the command where it is implied. */
const spoken: readonly (readonly [RegExp, string?])[] = [
  [/(?:npm run -s axys -- |(?<![\w/.-])axys-certify )([a-z-]+)([^`|#&;\n]*)/g],
  [/npm run (?:-s )?certify -- ()([^`|#&;\n]*)/g, 'run'],
  [/npm run mutate -- ()([^`|#&;\n]*)/g, 'mutate'],
];

/** The help of a command; nothing for a word that is none. */
async function helpOf(command: string): Promise<string> {
  const captured = capturedIo(tmpdir());
  return (await main([command, '--help'], captured.io)) === 0 ? captured.stdout() : '';
}

describe('what the documents let people type', () => {
  const help = new Map<string, string>();
  before(async () => {
    const listed = [...(await helpOf('--help')).matchAll(/^ {2}([a-z-]+) (?:\[options\]|<)/gm)];
    for (const [, command = ''] of listed) help.set(command, await helpOf(command));
    assert.ok(help.size >= 10, [...help.keys()].join());
  });

  for (const document of documents) {
    it(`are commands with their flags, variables, codes and scripts that there are: ${document}`, () => {
      const text = textOf(document);
      const known = new Set<string>(environmentVariables.map(({ name }) => name));
      for (const [pattern, implied] of spoken) {
        for (const [line, word = '', rest = ''] of text.matchAll(pattern)) {
          const described = help.get(implied ?? word);
          const flags = [...rest.matchAll(/(?<![\w-])--[a-z][a-z-]*/g)].map(([flag]) => flag);
          // Prose such as "axys-certify and a lock file" names no command; nothing that has flags is prose.
          if (described === undefined) assert.deepEqual(flags, [], line);
          else for (const flag of flags) assert.match(described, new RegExp(`${flag}\\b`), line);
        }
      }
      for (const [name] of text.matchAll(/\bAXYS_[A-Z_]+[A-Z]\b/g)) assert.ok(known.has(name), name);
      for (const [code] of text.matchAll(/\b(?!SHA)[A-Z]{3}-\d{3}\b/g)) assert.ok(codes.has(code), code);
      for (const [, name = ''] of text.matchAll(/\bnpm run (?:-s )?([a-z:-]+)/g)) assert.ok(name in scripts, name);
    });
  }

  it('names every command, and every exit code, in the README', () => {
    const table = [...readme.matchAll(/^\| `([a-z-]+)[^`]*` \|/gm)].map(([, command]) => command);
    for (const command of help.keys()) assert.ok(table.includes(command), command);
    const numbers = [...readme.matchAll(/^\| (\d+) \|/gm)].map(([, code]) => Number(code));
    assert.deepEqual(numbers, Object.values(exitCode));
  });

  it('are lines of features that hold a scenario, and figures that are so', async () => {
    const named = [...[readme, textOf('docs/cucumber.md')].join('').matchAll(/\b(features\/\S+\.feature):(\d+)/g)];
    assert.notEqual(named.length, 0);
    const scenarios = [...catalogueOf(await readFeatures()).values()];
    const places = scenarios.map(({ uri, line }) => `${uri}:${String(line)}`);
    for (const [place] of named) {
      const found = scenarios[places.indexOf(place)];
      assert.ok(found !== undefined, `${place} holds no scenario`);
      // One of several scenarios of a row leaves it open, and a first try would end with 2.
      const beside = scenarios.filter(({ requirements }) =>
        requirements.some((row) => found.requirements.includes(row)),
      );
      assert.deepEqual(beside, [found], `${place} does not prove its row alone`);
    }
    const apart = ['@self', '@TM-72', '@TM-73'];
    const matrix = scenarios.filter(({ tags }) => !tags.some((tag) => apart.includes(tag)));
    assert.ok(
      readme.includes(`\nScenarios: ${matrix.length}: `),
      `the matrix has ${matrix.length} scenarios, and README.md shows a run of others`,
    );
    const faults = (await loadFaults()).length;
    assert.ok(
      readme.includes(`plants ${faults} faults`),
      `there are ${faults} seeded faults, and README.md says otherwise`,
    );
  });
});
