import { shapeProblem, type EvidenceSchemaName } from './evidence-schema.js';
import { parseYaml } from './parse-yaml.js';

/**
 * What a YAML text of ours holds, once it has the shape of a schema. Otherwise throws what `wrong` makes of the problem, a
 * part of a sentence that goes on from the name of the file.
 */
export function shapedYaml(
  schema: EvidenceSchemaName,
  text: string,
  wrong: (problem: string, cause?: unknown) => Error,
): unknown {
  const document = parsed(text, wrong);
  const problem = shapeProblem(schema, document);
  if (problem === null) return document;
  const { where, expected, received } = problem;
  throw wrong(`expected ${expected} at ${where}, received ${received}`);
}

function parsed(text: string, wrong: (problem: string, cause?: unknown) => Error): unknown {
  try {
    return parseYaml(text);
  } catch (cause) {
    throw wrong(cause instanceof Error ? cause.message : String(cause), cause);
  }
}
