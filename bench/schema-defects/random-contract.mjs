// A contract made at random, with a value of each schema made while the schema is made: the value fits by construction.

import { contractOf } from './base-contract.mjs';

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** Schemas with a value that fits, by kind. */
const kinds = {
  integer: (random) => {
    const minimum = random.integer(-50, 50);
    const maximum = minimum + random.integer(1, 1000);
    return { schema: { type: 'integer', minimum, maximum }, value: random.integer(minimum, maximum) };
  },
  number: (random) => ({ schema: { type: 'number' }, value: random.integer(-9999, 9999) / 4 }),
  boolean: (random) => ({ schema: { type: 'boolean' }, value: random.chance(0.5) }),
  text: (random) => {
    const minLength = random.integer(0, 4);
    const maxLength = minLength + random.integer(1, 12);
    return {
      schema: { type: 'string', minLength, maxLength },
      value: random.text(letters, random.integer(minLength, maxLength)),
    };
  },
  pattern: (random) => ({
    schema: { type: 'string', pattern: '^[A-Z]{3}-[0-9]{4}$' },
    value: `${random.text('ABCXYZ', 3)}-${random.text('0123456789', 4)}`,
  }),
  choice: (random) => {
    const words = Array.from({ length: random.integer(2, 4) }, (_, index) => `${random.text(letters, 5)}${index}`);
    return { schema: { type: 'string', enum: words }, value: random.one(words) };
  },
  moment: (random) => ({
    schema: { type: 'string', format: 'date-time' },
    value: new Date(1.7e12 + random.integer(0, 1e11)).toISOString(),
  }),
  list: (random, depth) => {
    const { schema, value } = memberOf(random, depth + 1);
    const maxItems = random.integer(2, 4);
    return { schema: { type: 'array', items: schema, minItems: 1, maxItems }, value: [value] };
  },
  object: (random, depth) => objectOf(random, depth + 1),
};

const leaves = ['integer', 'number', 'boolean', 'text', 'pattern', 'choice', 'moment'];

function memberOf(random, depth) {
  const made = kinds[random.one(depth < 3 ? [...leaves, 'list', 'object'] : leaves)](random, depth);
  if (!random.chance(0.15)) return made;
  // OpenAPI 3.0.3: nullable adds null to the type; an enum has to list it all the same.
  const choice = made.schema.enum === undefined ? {} : { enum: [...made.schema.enum, null] };
  return { schema: { ...made.schema, ...choice, nullable: true }, value: random.chance(0.5) ? null : made.value };
}

function objectOf(random, depth) {
  const names = [
    ...new Set(Array.from({ length: random.integer(2, 6) }, () => random.text(letters, random.integer(3, 8)))),
  ];
  const properties = {};
  const value = {};
  for (const name of names) {
    const made = memberOf(random, depth);
    properties[name] = made.schema;
    value[name] = made.value;
  }
  const required = names.filter(() => random.chance(0.6));
  for (const name of names) if (!required.includes(name) && random.chance(0.3)) Reflect.deleteProperty(value, name);
  if (random.chance(0.3)) properties[`own${names.length}`] = { type: 'string', writeOnly: true };
  return { schema: { type: 'object', properties, ...(required.length > 0 ? { required } : {}) }, value };
}

/** A contract of one operation, and an answer that fits it. */
export function randomContract(random) {
  const { schema, value } = objectOf(random, 0);
  const header = memberOfHeader(random);
  const status = random.one([200, 200, 201]);
  const contract = contractOf({
    [status]: {
      description: 'Found.',
      headers: { 'X-Mark': { required: true, schema: header.schema } },
      content: { 'application/json': { schema } },
    },
  });
  const headers = { 'content-type': 'application/json', 'x-mark': String(header.value) };
  return { contract, answer: { status, headers, json: value } };
}

function memberOfHeader(random) {
  return kinds[random.one(['integer', 'pattern', 'choice', 'moment'])](random, 0);
}
