import { After, AfterAll, Before, When } from '@cucumber/cucumber';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Agent } from 'undici';
import { access, files, flow, pathOf } from '../settings.mjs';

const [ca, cert, key] = [files.ca, files.cert, files.key].map((file) => readFileSync(file));
const agent = new Agent({ connect: { ca, cert, key } });
const { origin, pathname } = new URL(access.url);

Before(function () {
  this.kept = {};
});
After(function () {
  assert.equal(typeof this.kept.cardholderId, 'number');
});
AfterAll(() => agent.close());

When('I {}', async function (name) {
  const step = flow.find((known) => known.name === name);
  const { statusCode, body } = await agent.request({
    origin,
    path: `${pathname}${pathOf(step, this.kept)}`,
    method: step.method,
    headers: { 'x-api-key': access.apiKey, ...(step.body === undefined ? {} : { 'content-type': 'application/json' }) },
    body: step.body === undefined ? null : JSON.stringify(step.body),
  });
  assert.equal(statusCode, 200);
  const answer = await body.json();
  for (const [member, value] of Object.entries(step.equals)) assert.equal(answer[member], value);
  for (const [member, type] of Object.entries(step.types)) assert.equal(typeof answer[member], type);
  if (step.keep !== undefined) this.kept[step.keep] = answer[step.keep];
});
