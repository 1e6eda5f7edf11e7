import type { WrittenSchema } from './written-schema.js';

/** Keywords under which a schema may refuse null whatever its type says. */
const mayRefuse = ['$ref', 'allOf', 'anyOf', 'oneOf', 'not', 'if', 'const', 'discriminator', '$dynamicRef'];

/** What a schema says of null: `unknown` where that depends on what it refers to or is put together from. */
export function nullIn(schema: WrittenSchema): 'admitted' | 'refused' | 'unknown' {
  const types = typesOf(schema);
  if (types !== null && !types.includes('null')) return 'refused';
  const listed = schema.get('enum')?.value;
  if (Array.isArray(listed) && !listed.includes(null)) return 'refused';
  if (mayRefuse.some((keyword) => schema.has(keyword))) return 'unknown';
  return 'admitted';
}

/** A schema that admits null beside what it admitted before; null where that takes more than a type and a list of values. */
export function withNull(schema: WrittenSchema): WrittenSchema | null {
  const types = typesOf(schema);
  const type = schema.get('type');
  if (types === null || type === undefined || mayRefuse.some((keyword) => schema.has(keyword))) return null;
  const wider = new Map(schema);
  if (!types.includes('null')) wider.set('type', { ...type, value: [...types, 'null'] });
  const listed = schema.get('enum');
  if (listed !== undefined && Array.isArray(listed.value) && !listed.value.includes(null)) {
    wider.set('enum', { ...listed, value: [...(listed.value as unknown[]), null] });
  }
  return wider;
}

function typesOf(schema: WrittenSchema): readonly unknown[] | null {
  const type = schema.get('type')?.value;
  if (typeof type === 'string') return [type];
  return Array.isArray(type) ? (type as readonly unknown[]) : null;
}
