import { defineConfig } from '@playwright/test';
import { env } from 'node:process';

export default defineConfig({
  testDir: '.',
  testMatch: 'flow.spec.mjs',
  workers: 1,
  reporter: 'dot',
  outputDir: `${env.BENCH_FOLDER ?? '.'}/playwright`,
});
