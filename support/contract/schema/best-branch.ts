import type { ErrorObject, ValidateFunction } from 'ajv';
import { documentKinds } from '../document/document-kinds.js';
import { isObject, pointerOf, type JsonObject } from '../../json/json-pointer.js';
import { referenced } from '../document/local-reference.js';
import { children } from '../document/held-children.js';

/** Compiles a part of a schema, given the schema and the path to the part. */
export type CompilePart = (schema: object, ...segments: readonly (string | number)[]) => ValidateFunction;

/** Runs a compiled schema and copies what it found. */
export function errorsOf(validate: ValidateFunction, value: unknown): readonly ErrorObject[] {
  return validate(value) ? [] : [...(validate.errors ?? [])];
}

/**
 * Replaces the noise of a failed oneOf or anyOf (the errors of every branch) by the errors of the branch that came closest.
 * A value that fits more than one branch of a oneOf stays one error. An `if` that only repeats its `then` is left out.
 */
export function bestBranches(
  errors: readonly ErrorObject[],
  document: JsonObject,
  compile: CompilePart,
): readonly ErrorObject[] {
  let rest = [...errors];
  // From the end: the error of an outer oneOf follows those of its branches, and takes the inner ones with it.
  for (let index = errors.length - 1; index >= 0; index -= 1) {
    const error = errors[index];
    if (error === undefined || !rest.includes(error)) continue;
    if (error.keyword !== 'oneOf' && error.keyword !== 'anyOf') continue;
    const inside = reachable(document, branchesOf(error));
    const before = new Set(errors.slice(0, index));
    rest = rest.filter(
      (other) => !(before.has(other) && isWithin(other, error) && inside.has(other.parentSchema ?? {})),
    );
    const best = closest(error, document, compile);
    if (best !== null) rest.splice(rest.indexOf(error), 1, ...best);
  }
  return rest.some((error) => error.keyword !== 'if') ? rest.filter((error) => error.keyword !== 'if') : rest;
}

function branchesOf(error: ErrorObject): readonly JsonObject[] {
  const branches: unknown = error.parentSchema?.[error.keyword];
  return Array.isArray(branches) ? branches.filter(isObject) : [];
}

/** Errors of the closest branch, or null when the value fits several or no branch comes near. */
function closest(error: ErrorObject, document: JsonObject, compile: CompilePart): readonly ErrorObject[] | null {
  const { parentSchema, keyword, data } = error;
  if (parentSchema === undefined) return null;
  const attempts = branchesOf(error).map((_branch, index) => {
    const found = bestBranches(errorsOf(compile(parentSchema, keyword, index), data), document, compile);
    return found.map((inner) => ({ ...inner, instancePath: error.instancePath + inner.instancePath }));
  });
  if (attempts.some((found) => found.length === 0)) return null;
  const near = attempts.filter((found) => !found.some((inner) => isMismatch(inner, error.instancePath)));
  return [...near].sort((a, b) => a.length - b.length)[0] ?? null;
}

/** A wrong type at the branch's root, or a constant one level below: the value is not meant for this branch. */
function isMismatch(inner: ErrorObject, root: string): boolean {
  const depth = inner.instancePath.slice(root.length).split('/').length - 1;
  if (depth === 0) return inner.keyword === 'type' || inner.keyword === 'const' || inner.keyword === 'enum';
  return depth === 1 && inner.keyword === 'const';
}

function isWithin(inner: ErrorObject, outer: ErrorObject): boolean {
  return inner.instancePath === outer.instancePath || inner.instancePath.startsWith(`${outer.instancePath}/`);
}

/** Every schema object that can speak when one of the given ones does. */
function reachable(document: JsonObject, starts: readonly JsonObject[]): ReadonlySet<object> {
  const seen = new Set<object>();
  const queue: unknown[] = [...starts];
  while (queue.length > 0) {
    const schema = queue.pop();
    if (!isObject(schema) || seen.has(schema)) continue;
    seen.add(schema);
    const target = referenced(document, schema['$ref']);
    if (target !== null) queue.push(target);
    for (const [name, member] of Object.entries(documentKinds.schema)) {
      for (const [, child] of children(member, schema[name])) queue.push(child);
    }
  }
  return seen;
}

/** Makes {@link CompilePart} from a way to compile a pointer and to find the pointer of a schema object. */
export function compilePart(
  compile: (pointer: string) => ValidateFunction,
  pointer: (schema: object) => string,
): CompilePart {
  return (schema, ...segments) => compile(pointer(schema) + pointerOf(...segments));
}
