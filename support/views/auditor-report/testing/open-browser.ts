import { execFileSync } from 'node:child_process';
import { chromium, type Browser } from 'playwright-core';

/** Names under which Chromium is installed. */
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const quiet = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
];

/** Path of a Chromium: CHROMIUM_PATH, else what PATH has; null when there is none. */
export function chromiumPath(): string | null {
  const search = names.map((name) => `command -v ${name}`).join(' || ');
  const script = `[ -n "$CHROMIUM_PATH" ] && echo "$CHROMIUM_PATH" || ${search} || true`;
  const path = execFileSync('/bin/sh', ['-c', script], { encoding: 'utf8' }).trim();
  return path === '' ? null : path;
}

/** Starts a headless Chromium with a new, empty profile. Whoever starts it closes it. */
export async function openBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: quiet });
}
