// Breakages of the contract that know nothing of the rules: a keyword misspelt at random, a reference to nowhere, a regular
// expression that is none. None of them leaves a contract that says what it meant to say.

/** Every keyword JSON Schema and OpenAPI 3.0 know: a misspelling that hits one of them would be another contract, not a broken one. */
const known = new Set(
  `type properties required items enum minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength pattern
   format minItems maxItems uniqueItems minProperties maxProperties additionalProperties nullable readOnly writeOnly oneOf anyOf
   allOf not default title description example discriminator xml externalDocs deprecated const contains if then else`.split(
    /\s+/,
  ),
);

function schemasIn(schema, list = []) {
  list.push(schema);
  for (const part of Object.values(schema.properties ?? {})) schemasIn(part, list);
  if (schema.items !== undefined) schemasIn(schema.items, list);
  return list;
}

function misspelt(random, word) {
  const at = random.integer(0, word.length - 1);
  const letter = random.text('abcdefghijklmnopqrstuvwxyz', 1);
  return random.one([
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + letter + word.slice(at + 1),
    word.slice(0, at) + letter + word.slice(at),
    word.slice(0, at) + word.slice(at + 1, at + 2) + word[at] + word.slice(at + 2),
  ]);
}

const breaks = {
  'misspelt keyword': (random, schemas) => {
    const schema = random.one(schemas.filter((one) => Object.keys(one).length > 0));
    const keyword = random.one(Object.keys(schema));
    const wrong = misspelt(random, keyword);
    if (wrong === '' || wrong === keyword || known.has(wrong)) return false;
    schema[wrong] = schema[keyword];
    Reflect.deleteProperty(schema, keyword);
    return true;
  },
  'reference to nowhere': (random, schemas) => {
    const schema = random.one(schemas);
    for (const keyword of Object.keys(schema)) Reflect.deleteProperty(schema, keyword);
    schema.$ref = `#/components/schemas/${random.text('ABCDEF', 6)}`;
    return true;
  },
  'no regular expression': (random, schemas) => {
    const texts = schemas.filter(({ pattern }) => pattern !== undefined);
    if (texts.length === 0) return false;
    const schema = random.one(texts);
    const wrong = schema.pattern.slice(0, random.integer(1, schema.pattern.length - 1));
    try {
      new RegExp(wrong, 'u');
      return false;
    } catch {
      schema.pattern = wrong;
      return true;
    }
  },
};

/** Breaks a contract in place; null when the draw left it what it was. */
export function breakBlindly(random, contract) {
  const [response] = Object.values(contract.paths['/cards/{cardId}'].get.responses);
  const name = random.one(Object.keys(breaks));
  return breaks[name](random, schemasIn(response.content['application/json'].schema)) ? name : null;
}
