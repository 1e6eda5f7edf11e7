/** True for an event that is a call: operation ids are camelCase, what happens by itself is named in kebab-case. */
export function isOperationEvent(event: string): boolean {
  return /[A-Z]/.test(event);
}
