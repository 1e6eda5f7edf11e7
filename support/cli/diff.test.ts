import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { shapeProblem } from '../config/evidence-schema.js';
import { capturedIo } from './captured-io.js';
import { main } from './main.js';

let folder = '';
before(async () => (folder = await mkdtemp(join(tmpdir(), 'axys-diff-'))));
after(() => rm(folder, { recursive: true, force: true }));

const contract = {
  openapi: '3.1.0',
  info: { title: 'Cards', version: '1' },
  paths: {
    '/cards': {
      get: {
        operationId: 'listCards',
        responses: {
          200: {
            description: 'cards',
            content: { 'application/json': { schema: { type: 'object', properties: { total: { type: 'integer' } } } } },
          },
        },
      },
    },
  },
};

const yaml30 = `openapi: 3.0.3
info: { title: Cards, version: '1' }
paths:
  /cards:
    get:
      operationId: listCards
      responses:
        '200':
          description: cards
          content:
            application/json:
              schema:
                type: object
                properties:
                  total: { type: integer }
`;

async function diffed(next: unknown, ...flags: readonly string[]) {
  await writeFile(join(folder, 'old.json'), JSON.stringify(contract, null, 2));
  await writeFile(join(folder, 'new.json'), typeof next === 'string' ? next : JSON.stringify(next, null, 2));
  const captured = capturedIo(folder, {});
  const code = await main(['diff', 'old.json', 'new.json', ...flags], captured.io);
  return { code, out: captured.stdout(), err: captured.stderr() };
}

/** The contract with the schema of the total replaced. */
function withTotal(total: unknown): unknown {
  return JSON.parse(JSON.stringify(contract).replace('{"type":"integer"}', JSON.stringify(total)));
}

test('the same contract, also in the other version and the other form: exit 0', async () => {
  for (const same of [contract, yaml30]) {
    const { code, out } = await diffed(same);
    assert.equal(code, 0);
    assert.match(out, /The contracts are the same\./);
  }
});

test('a retyped member breaks: exit 1, with rule, fingerprint, lines and the operation it reaches', async () => {
  const { code, out } = await diffed(withTotal({ type: 'string' }));
  assert.equal(code, 1);
  assert.match(out, /Breaking: .* \(1\)\n {2}GET \/cards 200 \.total changed its type from integer to string\n/);
  assert.match(out, /type-changed [0-9a-f]{12}, lines \d+ -> \d+; GET \/cards\n/);
});

test('what nobody can tell is not safe: exit 2; an addition is: exit 0', async () => {
  assert.equal((await diffed(withTotal({ type: 'integer', 'x-rounding': 'up' }))).code, 2);
  assert.equal((await diffed(withTotal({ type: 'integer', minimum: 0 }))).code, 0);
});

test('as JSON it has the shape of its schema', async () => {
  const { code, out } = await diffed(withTotal({ type: ['integer', 'null'] }), '--json');
  assert.equal(code, 1);
  assert.equal(shapeProblem('contract-diff', JSON.parse(out)), null);
});

test('a file that is no contract: exit 78 with its code', async () => {
  const { code, err } = await diffed('{"openapi": "3.1.0", "openapi": "3.1.0"}');
  assert.equal(code, 78);
  assert.match(err, /CON-102.*twice/);
  assert.match((await diffed('[]')).err, /CON-102/);
});

test('annotations go to stderr in the form asked for, and GitLab gets a file', async () => {
  const github = await diffed(
    withTotal({ type: 'string' }),
    '--json',
    '--annotate',
    'github',
    '--code-quality',
    'cq.json',
  );
  assert.equal(github.code, 1);
  assert.match(github.err, /^::error file=new\.json,line=\d+,col=\d+,title=breaking%3A .*::.*%0ARule /);
  assert.equal((JSON.parse(github.out) as { changes: unknown[] }).changes.length, 1);
  const issues = JSON.parse(await readFile(join(folder, 'cq.json'), 'utf8')) as { location: { path: string } }[];
  assert.deepEqual(
    issues.map(({ location }) => location.path),
    ['new.json'],
  );
  const lines = await diffed(withTotal({ type: 'string' }), '--annotate', 'lines');
  assert.match(lines.err, /^new\.json:\d+:\d+: error /);
  assert.equal((await diffed(contract, '--annotate', 'checkstyle')).code, 64);
});

test('a report that cannot be written is told and changes no exit code', async () => {
  const { code, err } = await diffed(withTotal({ type: 'string' }), '--code-quality', join('missing', 'cq.json'));
  assert.equal(code, 1);
  assert.match(err, /^ANN-101: .*its folder is not there/);
});
