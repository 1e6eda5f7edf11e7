/**
 * Ends a switch over words that the compiler has seen to be complete. What arrives all the same came from outside our types:
 * another build, a thread, a file. `what` names it, as in `unknown outcome: ...`.
 */
export function unreachable(word: never, what: string): never {
  throw new Error(`unknown ${what}: ${JSON.stringify(word)}`);
}
