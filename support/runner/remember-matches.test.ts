import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadConfiguration, loadSupport } from '@cucumber/cucumber/api';
import { packageRoot } from '../config/package-root.js';
import { readFeatures } from './cucumber.js';
import { rememberMatches } from './remember-matches.js';

interface Expression {
  readonly regexp: RegExp;
  match(sentence: string): readonly { getValue(world: unknown): unknown }[] | null;
}

/** A library with one step definition; `asked` collects the sentences that the definition itself was held against. */
function libraryOf(regexp: RegExp, asked: string[]) {
  const match = (sentence: string) => (asked.push(sentence), [`argument of ${sentence}`]);
  return { stepDefinitions: [{ expression: { regexp, match } }] };
}

test('a sentence is held against a definition once, and only when its expression fits', () => {
  const asked: string[] = [];
  const library = libraryOf(/^I wait (\d+) s$/g, asked);
  rememberMatches(library as never);
  const match = library.stepDefinitions[0]?.expression.match ?? assert.fail('the definition is gone');
  for (const sentence of ['I wait 5 s', 'I wait long', 'I wait 5 s', 'I wait 6 s', 'I wait long']) {
    const fits = /\d/.test(sentence);
    assert.deepEqual(match(sentence), fits ? [`argument of ${sentence}`] : null, sentence);
  }
  assert.deepEqual(asked, ['I wait 5 s', 'I wait 6 s']);
});

test('every step of ours has the arguments that Cucumber finds in it', async () => {
  const environment = { cwd: packageRoot(), env: {}, debug: false };
  const { runConfiguration } = await loadConfiguration({ file: 'cucumber.json', profiles: ['default'] }, environment);
  const library = await loadSupport(runConfiguration, environment);
  const { stepDefinitions } = library as unknown as { stepDefinitions: readonly { expression: Expression }[] };
  const steps = (await readFeatures()).flatMap(({ pickle }) => pickle?.steps.map(({ text }) => text) ?? []);
  const sentences = [...new Set(steps)];
  const valuesOf = () =>
    stepDefinitions.map(({ expression }) =>
      sentences.map((sentence) => expression.match(sentence)?.map((argument) => JSON.stringify(argument)) ?? null),
    );
  const before = valuesOf();
  rememberMatches(library);
  assert.ok(
    before.every((arguments_) => arguments_.some((found) => found !== null)),
    'a definition that no step uses',
  );
  assert.deepEqual(valuesOf(), before);
  assert.deepEqual(valuesOf(), before, 'asked again');
});
