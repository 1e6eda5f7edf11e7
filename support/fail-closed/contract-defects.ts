import type { Json } from '../trace/exchange.js';

/** The body every defect is planted in. */
const answer = "$.paths['/cards/{cardId}'].get.responses['200'].content['application/json']";

/** Actions of an overlay, in order. */
type Actions = readonly ({ readonly target: string } & ({ readonly update: Json } | { readonly remove: true }))[];

const schema: Json = { type: 'object', properties: { cardId: { type: 'integer' } } };
const withSchema = (changed: Json): Actions => [
  { target: `${answer}.schema`, remove: true },
  { target: answer, update: { schema: changed } },
];

/** What can be wrong with a contract, by the words of the features. */
export const contractDefects = {
  'a pattern that is no regular expression': withSchema({ type: 'string', pattern: '(' }),
  'a reference that leads nowhere': withSchema({ $ref: '#/components/schemas/Nowhere' }),
  'a misspelt keyword': withSchema({ ...schema, requried: ['cardId'] }),
  'an empty schema': withSchema({}),
} as const satisfies Readonly<Record<string, Actions>>;

/** Name of a defect. */
export type ContractDefect = keyof typeof contractDefects;

/** An OpenAPI Overlay that plants a defect into the contract. */
export function overlayOf(defect: ContractDefect): string {
  const info = { title: `A contract with ${defect}`, version: '1.0.0' };
  return JSON.stringify({ overlay: '1.0.0', info, actions: contractDefects[defect] });
}
