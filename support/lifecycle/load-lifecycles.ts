import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ValidateFunction } from 'ajv';
import { compileSchema } from '../config/compile-schema.js';
import { parseYaml } from '../config/parse-yaml.js';
import { errorsOf } from '../messages/coded-error.js';
import { emulatorMessages } from '../messages/emulator-messages.js';
import { lifecycleFolder, lifecycleSchemaFile } from './lifecycle-folder.js';
import { type Lifecycle, type LifecycleName, lifecycleNames, type Lifecycles } from './lifecycle.js';
import { tableProblem } from './table-problem.js';

const lifecycleError = errorsOf(emulatorMessages, 'configuration');

/**
 * Reads every lifecycle table and checks it: its shape by JSON Schema, then that its states and transitions agree.
 * Throws a CodedError (EMU-103, EMU-104; exit 78) that names the file and the problem.
 */
export async function loadLifecycles(folder: string = lifecycleFolder): Promise<Lifecycles> {
  const isLifecycle = await lifecycleValidator();
  const tables = await Promise.all(lifecycleNames.map((name) => loadTable(folder, name, isLifecycle)));
  return Object.fromEntries(tables.map((table) => [table.name, table])) as Lifecycles;
}

async function lifecycleValidator(): Promise<ValidateFunction<Lifecycle>> {
  const validate = compileSchema(await readFile(lifecycleSchemaFile, 'utf8'), 'all-errors');
  return validate as ValidateFunction<Lifecycle>;
}

async function loadTable(
  folder: string,
  name: LifecycleName,
  isLifecycle: ValidateFunction<Lifecycle>,
): Promise<Lifecycle> {
  const file = join(folder, `${name}.yaml`);
  const table = tableIn(await readFile(file, 'utf8'), file, isLifecycle);
  if (table.name === name) return table;
  throw lifecycleError('EMU-104', { file, problem: `the table calls itself ${table.name}` });
}

/** The lifecycle table in a text that was read from `file`. Throws EMU-103 or EMU-104 (exit 78). */
export async function lifecycleIn(text: string, file: string): Promise<Lifecycle> {
  return tableIn(text, file, await lifecycleValidator());
}

function tableIn(text: string, file: string, isLifecycle: ValidateFunction<Lifecycle>): Lifecycle {
  const table: unknown = parseYaml(text);
  if (!isLifecycle(table)) {
    const first = isLifecycle.errors?.[0];
    const problem =
      first === undefined ? 'no detail' : `${first.instancePath || '/'} ${first.message ?? first.keyword}`;
    throw lifecycleError('EMU-103', { file, problem });
  }
  const problem = tableProblem(table);
  if (problem !== null) throw lifecycleError('EMU-104', { file, problem });
  return table;
}
