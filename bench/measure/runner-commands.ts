import { join } from 'node:path';

/** One program that runs the flow. */
export interface RunnerCommand {
  readonly name: string;
  /** Arguments of Node. */
  readonly args: readonly string[];
  /** True where the goal is to be faster than it; the others are shown beside. */
  readonly toBeat: boolean;
  readonly remark: string;
}

/** Where the flow of a measurement and the other runners lie, absolute. */
export interface RunnerPlaces {
  readonly root: string;
  /** `bench/runners`, whose packages are installed there. */
  readonly runners: string;
  readonly folder: string;
}

/** Ours first: the others are compared with it. */
export function runnerCommands({ root, runners, folder }: RunnerPlaces, iterations: number): readonly RunnerCommand[] {
  const of = (name: string) => join(runners, 'node_modules', name);
  const tls = ['--ssl-client-cert', 'client.pem', '--ssl-client-key', 'client.key', '--ssl-extra-ca-certs', 'ca.pem'];
  const pem = tls.map((word) => (word.startsWith('--') ? word : join(folder, word)));
  const collection = join(folder, 'collection.json');
  return [
    {
      ...{ name: 'axys-certify (client, judge, mask, recorder)', toBeat: false },
      args: [join(root, 'dist/bench/workers/flow-process.js'), folder],
      remark: 'also judges every rule of the contract, masks, and leaves the recording',
    },
    {
      ...{ name: 'newman', toBeat: true, remark: '' },
      args: [of('newman/bin/newman.js'), 'run', collection, '-n', String(iterations), ...pem],
    },
    {
      ...{ name: '@playwright/test', toBeat: true, remark: 'one worker; does not check the server certificate' },
      args: [of('@playwright/test/cli.js'), 'test', '-c', 'playwright.config.mjs'],
    },
    {
      ...{ name: 'stepci', toBeat: true, remark: 'one test at a time; does not check the server certificate' },
      args: [of('stepci/dist/index.js'), 'run', join(folder, 'workflow.yml')],
    },
    { ...{ name: 'pactum with node:test', toBeat: false, remark: '' }, args: ['pactum-flow.mjs'] },
    {
      ...{ name: 'cucumber-js with undici', toBeat: false, remark: 'the checks written by hand as steps' },
      args: [of('@cucumber/cucumber/bin/cucumber.js'), '--import', 'cucumber/steps.mjs', join(folder, 'flow.feature')],
    },
  ];
}
