import { fileURLToPath } from 'node:url';

/** Folder of the lifecycle tables, absolute. */
export const lifecycleFolder = fileURLToPath(new URL('../../../schemas/axys-v2/lifecycle/', import.meta.url));

/** JSON Schema of one lifecycle table, absolute. */
export const lifecycleSchemaFile = fileURLToPath(
  new URL('../../../schemas/evidence/lifecycle.schema.json', import.meta.url),
);
