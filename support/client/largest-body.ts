/** Largest body that is read, bytes: of an answer, and of a callback that arrives. A larger one is a protocol failure. */
export const largestBody = 16 * 1024 * 1024;
