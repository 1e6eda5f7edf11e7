/** Words the level flag knows, by falling severity; apart from the logger, so that help does not load one. */
export const logLevels = ['silent', 'error', 'warn', 'info', 'debug', 'trace'] as const;
