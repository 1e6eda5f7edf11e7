import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import pactum from 'pactum';
import { access, files, flow, pathOf } from './settings.mjs';

const [ca, cert, key] = [files.ca, files.cert, files.key].map((file) => readFileSync(file));
pactum.request.setBaseUrl(access.url);

for (let iteration = 1; iteration <= access.iterations; iteration += 1)
  test(`cardholder ${iteration}`, async () => {
    const kept = {};
    for (const step of flow) {
      const spec = pactum.spec().withMethod(step.method).withPath(pathOf(step, kept)).withCore({ ca, cert, key });
      spec.withHeaders('x-api-key', access.apiKey);
      if (step.body !== undefined) spec.withJson(step.body);
      spec.expectStatus(200).expectJsonLike(step.equals);
      const properties = Object.fromEntries(Object.entries(step.types).map(([member, type]) => [member, { type }]));
      spec.expectJsonSchema({ type: 'object', required: Object.keys(step.types), properties });
      const body = await spec.returns('.');
      if (step.keep !== undefined) kept[step.keep] = body[step.keep];
    }
  });
