import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { packageRoot } from '../config/package-root.js';
import { ajvEngine } from './schema/ajv-engine.js';
import { isObject, localPointer, pointerOf, segmentsOf, valueAt, type JsonObject } from '../json/json-pointer.js';
import { parseText } from './document/read-document.js';

interface Completion {
  readonly pointer: string;
  readonly value: unknown;
  readonly why: string;
}

interface VendorExample {
  readonly id: string;
  readonly page: string;
  readonly operationId: string;
  readonly part: 'request' | 'response' | 'schema';
  readonly status?: string;
  readonly mediaType?: string;
  readonly schema?: string;
  readonly body: unknown;
  readonly completed: readonly Completion[];
}

const read = (name: string): JsonObject => {
  const file = join(packageRoot(), 'schemas', 'axys-v2', name);
  return parseText(readFileSync(file, 'utf8'), file);
};
const document = read('openapi.yaml');
const engine = ajvEngine(document);
const examples = read('vendor-examples.yaml')['examples'] as readonly VendorExample[];

const operations = new Map<string, string>();
for (const [path, item] of Object.entries(document['paths'] as JsonObject)) {
  for (const [method, operation] of Object.entries(item as JsonObject)) {
    if (!isObject(operation)) continue;
    operations.set(String(operation['operationId']), pointerOf('paths', path, method));
  }
}

/** The pointer of the schema an example is held against; throws when the document has no such place. */
function target(example: VendorExample): string {
  if (example.part === 'schema') return localPointer(example.schema ?? '') ?? assert.fail('not a local reference');
  const operation = operations.get(example.operationId) ?? assert.fail(`no operation ${example.operationId}`);
  const holder =
    example.part === 'request'
      ? pointerOf('requestBody')
      : pointerOf('responses', example.status ?? assert.fail('a response names its status'));
  return resolve(operation + holder) + pointerOf('content', example.mediaType ?? '', 'schema');
}

function resolve(pointer: string): string {
  const reference = (valueAt(document, pointer) as JsonObject | undefined)?.['$ref'];
  return typeof reference === 'string' ? (localPointer(reference) ?? assert.fail(reference)) : pointer;
}

/** The body with its completions put in; what the page prints must survive. */
function complete(example: VendorExample): unknown {
  const body: unknown = structuredClone(example.body);
  for (const { pointer, value, why } of example.completed) {
    const quoted = valueAt(example.body, pointer);
    assert.ok(why.length > 10, `${pointer} says why it was completed`);
    if (quoted !== undefined) {
      assert.ok(typeof quoted === 'string' && quoted.endsWith('...'), `${pointer} is printed in full, leave it alone`);
      const prefix = quoted.slice(0, -3);
      assert.ok(typeof value !== 'string' || value.startsWith(prefix), `${pointer} begins as printed`);
    }
    const segments = [...segmentsOf(pointer)];
    const last = segments.pop() ?? assert.fail('a completion names a member');
    const holder = valueAt(body, pointerOf(...segments)) as Record<string, unknown>;
    holder[last] = value;
  }
  return body;
}

const requiredOf = (pointer: string): readonly string[] => {
  const required = (valueAt(document, resolve(pointer)) as JsonObject)['required'];
  return Array.isArray(required) ? required.map(String) : [];
};

test('the fixture names every example once, with a page and a known operation', () => {
  assert.equal(new Set(examples.map(({ id }) => id)).size, examples.length);
  for (const { id, page, operationId } of examples) {
    assert.match(page, /^(docs|reference)\/[a-z0-9_-]+$/, id);
    assert.ok(operations.has(operationId), `${id}: ${operationId}`);
  }
});

for (const example of examples) {
  test(`vendor example ${example.id} conforms to the contract document`, () => {
    const validate = engine.compile(target(example));
    const body = complete(example);
    assert.ok(
      validate(body),
      JSON.stringify(validate.errors?.map(({ instancePath, message }) => [instancePath, message])),
    );
  });

  test(`vendor example ${example.id} is refused once a required member is gone`, () => {
    const pointer = target(example);
    const validate = engine.compile(pointer);
    assert.equal(validate(undefined), false, 'nothing at all is refused');
    for (const member of requiredOf(pointer)) {
      const whole = Object.entries(complete(example) as Record<string, unknown>);
      const rest = Object.fromEntries(whole.filter(([name]) => name !== member));
      assert.equal(validate(rest), false, `without ${member}`);
    }
  });
}
