/** Deepest nesting of JSON that is walked. Walking is recursive, and a hostile answer must not end the run. */
export const deepestNesting = 100;

/** How deep objects and arrays of a JSON text are nested; brackets inside strings do not count. */
export function nestingDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [word] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]]/gs)) {
    if (word === '{' || word === '[') deepest = Math.max(deepest, (depth += 1));
    else if (word === '}' || word === ']') depth -= 1;
  }
  return deepest;
}
