/** Parameters of an ajv error. */
export type KeywordParams = Readonly<Record<string, unknown>>;

type Expectation = (params: KeywordParams, rule: unknown) => string;

const list = (values: unknown): string =>
  Array.isArray(values) ? values.map((value) => JSON.stringify(value)).join(', ') : '';
const amount = (unit: string, bound: string): Expectation => {
  return ({ limit }) => `${bound} ${String(limit)} ${unit}`;
};
const comparison: Expectation = ({ comparison: sign, limit }) => `a number ${String(sign)} ${String(limit)}`;

/** What a keyword expects, in words. A keyword that is not listed is named itself. */
const expectations: Readonly<Record<string, Expectation>> = {
  type: (_params, rule) => `JSON type ${Array.isArray(rule) ? rule.join(' or ') : String(rule)}`,
  required: ({ missingProperty }) => `the member ${String(missingProperty)}`,
  dependentRequired: ({ missingProperty, property }) =>
    `the member ${String(missingProperty)} beside ${String(property)}`,
  enum: (_params, rule) => `one of ${list(rule)}`,
  const: (_params, rule) => JSON.stringify(rule),
  minLength: amount('characters', 'at least'),
  maxLength: amount('characters', 'at most'),
  minItems: amount('items', 'at least'),
  maxItems: amount('items', 'at most'),
  minProperties: amount('members', 'at least'),
  maxProperties: amount('members', 'at most'),
  minimum: comparison,
  maximum: comparison,
  exclusiveMinimum: comparison,
  exclusiveMaximum: comparison,
  multipleOf: ({ multipleOf }) => `a multiple of ${String(multipleOf)}`,
  pattern: ({ pattern }) => `text that matches ${String(pattern)}`,
  format: ({ format }) => `text of the format ${String(format)}`,
  uniqueItems: () => 'items that all differ',
  additionalProperties: ({ additionalProperty }) => `no member ${String(additionalProperty)}`,
  unevaluatedProperties: ({ unevaluatedProperty }) => `no member ${String(unevaluatedProperty)}`,
  oneOf: () => 'exactly one of the documented forms',
  anyOf: () => 'one of the documented forms',
  not: () => 'none of what the contract rules out here',
  if: ({ failingKeyword }) => `what the contract asks under ${String(failingKeyword)}`,
  contains: () => 'an item as documented',
  propertyNames: ({ propertyName }) => `another member name than ${String(propertyName)}`,
  'false schema': () => 'nothing here',
};

/** Says what a keyword expects. `rule` is the keyword's value in the contract. */
export function expectationOf(keyword: string, params: KeywordParams, rule: unknown): string {
  return expectations[keyword]?.(params, rule) ?? `a value that satisfies ${keyword}`;
}
