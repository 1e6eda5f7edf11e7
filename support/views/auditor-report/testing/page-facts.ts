import axe, { type AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** A page that was opened, with everything it tried to load and everything it complained about. */
export interface OpenedPage {
  readonly page: Page;
  /** Addresses asked for, the page's own first. */
  readonly requests: readonly string[];
  /** Lines of the console and uncaught errors. */
  readonly complaints: readonly string[];
}

/** Opens a file in a context of its own. */
export async function openFile(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<OpenedPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const [requests, complaints]: [string[], string[]] = [[], []];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (line) => complaints.push(line.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(url);
  return { page, requests, complaints };
}

/** Rules that look at colours; contrast takes three quarters of the time that axe takes. */
const colourRules = ['color-contrast', 'link-in-text-block'] as const;

/** What axe is asked for: WCAG 2.1 A and AA and its own good practice, of these all but contrast, or colours alone. */
const examinations = {
  everything: { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] },
  'all but contrast': {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'],
    rules: { 'color-contrast': { enabled: false } },
  },
  colours: { runOnly: { type: 'rule', values: colourRules } },
} as const;

/** Rules that have to find something to examine: of a page without any there would be no violation either. */
const leastExamined = { everything: 20, 'all but contrast': 20, colours: 1 } as const;

/** What axe finds: one line a rule and place. */
export async function axeViolations(page: Page, examination: keyof typeof examinations): Promise<string[]> {
  await page.evaluate(axe.source);
  const options = JSON.stringify(examinations[examination]);
  const results: AxeResults = await page.evaluate(`axe.run(document, ${options})`);
  if (results.passes.length < leastExamined[examination])
    throw new Error(`axe examined ${results.passes.length} rules only`);
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

/** Opens every details element of the page. */
export async function openEverything(page: Page): Promise<void> {
  await page.evaluate('for (const each of document.querySelectorAll("details")) each.open = true');
}

/** How far the page can be scrolled to the side, in pixels. */
export async function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

/** Elements with text that reach beyond the page's width and do not scroll: what would be cut off on paper. */
export async function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(`[...document.querySelectorAll('body *')].filter((each) => {
    const box = each.getBoundingClientRect();
    const wide = box.width > 0 && (box.right > document.documentElement.clientWidth + 1 || box.left < -1);
    return wide && !each.closest('.skip');
  }).map((each) => each.outerHTML.slice(0, 200))`);
}
