// @stoplight/prism-http, as its proxy uses it: operations by @stoplight/http-spec, answers by validateOutput. A diagnostic of
// severity Warning or less does not stop the proxy and counts as noted.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { validateOutput } = require('@stoplight/prism-http/dist/validator');
const { transformOas3Operations } = require('@stoplight/http-spec/oas3/operation');

const severityOfErrors = 0;

export default {
  name: 'prism-http',
  package: '@stoplight/prism-http',
  async prepare(document) {
    const [resource] = transformOas3Operations(structuredClone(document));
    return async ({ status, headers, text }) => {
      const body = text === '' ? undefined : parsed(text);
      const result = validateOutput({ resource, element: { statusCode: status, headers, body } });
      if (result._tag === 'Right') return { word: 'silent', why: '' };
      const why = result.left.map(({ message }) => message).join('; ');
      return { word: result.left.some(({ severity }) => severity === severityOfErrors) ? 'found' : 'noted', why };
    };
  },
};

/** JSON where it is some, the text itself otherwise, as Prism does. */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
