import type { JsonObject } from '../../json/json-pointer.js';

/** A schema object that speaks about a value, with the reference objects it was reached through (nearest last). */
export interface SchemaUse {
  readonly schema: JsonObject;
  readonly via: readonly JsonObject[];
}
