/** Files below `dist/`, `features/` and `schemas/` that package.json keeps out of the package: no run ever reads them. */
export const testOnly = /\.map$|\.test\.js$|\/(?:testing|test-kit|fixtures)\//;
