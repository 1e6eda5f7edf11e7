import type { Json } from '../../trace/exchange.js';
import type { JsonObject } from './call.js';

/** True for a JSON object, which is neither a list nor null. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
