// Writes the flow into BENCH_FOLDER in the languages of runners that have one: newman, stepci and Gherkin.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from 'node:process';
import { access, flow } from './settings.mjs';

const folder = env.BENCH_FOLDER ?? '.';

const inScript = (step) => [
  "pm.test('200', () => pm.response.to.have.status(200));",
  'const body = pm.response.json();',
  ...Object.entries(step.equals).map(
    ([member, value]) => `pm.test('${member}', () => pm.expect(body.${member}).to.equal(${JSON.stringify(value)}));`,
  ),
  ...Object.entries(step.types).map(
    ([member, type]) => `pm.test('${member}', () => pm.expect(body.${member}).to.be.a('${type}'));`,
  ),
  ...(step.keep === undefined ? [] : [`pm.collectionVariables.set('${step.keep}', body.${step.keep});`]),
];
const collection = {
  info: { name: 'flow', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
  variable: [{ key: 'cardholderId', value: '' }],
  item: flow.map((step) => ({
    name: step.name,
    event: [{ listen: 'test', script: { type: 'text/javascript', exec: inScript(step) } }],
    request: {
      method: step.method,
      header: [
        { key: 'x-api-key', value: access.apiKey },
        { key: 'content-type', value: 'application/json' },
      ],
      url: `${access.url}${step.path.replace('{cardholderId}', '{{cardholderId}}')}`,
      ...(step.body === undefined ? {} : { body: { mode: 'raw', raw: JSON.stringify(step.body) } }),
    },
  })),
};
writeFileSync(join(folder, 'collection.json'), JSON.stringify(collection));

const kept = '${{captures.cardholderId}}';
const steps = flow.map((step) => ({
  name: step.name,
  http: {
    url: `${access.url}${step.path.replace('{cardholderId}', kept)}`,
    method: step.method,
    headers: { 'x-api-key': access.apiKey },
    auth: { certificate: { ca: { file: 'ca.pem' }, cert: { file: 'client.pem' }, key: { file: 'client.key' } } },
    ...(step.body === undefined ? {} : { json: step.body }),
    ...(step.keep === undefined ? {} : { captures: { [step.keep]: { jsonpath: `$.${step.keep}` } } }),
    check: {
      status: 200,
      jsonpath: Object.fromEntries([
        ...Object.entries(step.equals).map(([member, value]) => [`$.${member}`, value]),
        ...Object.entries(step.types).map(([member, type]) => [
          `$.${member}`,
          [type === 'number' ? { isNumber: true } : { isString: true }],
        ]),
      ]),
    },
  },
}));
const names = Array.from({ length: access.iterations }, (_, iteration) => `cardholder${iteration + 1}`);
// Unlike the others it would run them all at once. JSON is YAML.
const workflow = {
  version: '1.1',
  name: 'flow',
  config: { concurrency: 1 },
  tests: Object.fromEntries(names.map((name) => [name, { steps }])),
};
writeFileSync(join(folder, 'workflow.yml'), JSON.stringify(workflow));

const scenario = (name) => [`  Scenario: ${name}`, ...flow.map((step) => `    When I ${step.name}`), ''].join('\n');
writeFileSync(join(folder, 'flow.feature'), `Feature: Flow\n\n${names.map(scenario).join('\n')}`);
