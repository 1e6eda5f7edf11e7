import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import type { ViewSource } from '../view.js';
import { auditorPage } from './auditor-page.js';
import { gatherReport } from './gather/gather-report.js';
import { limits } from './gather/limits.js';
import { hostileTexts } from './testing/hostile-text.js';
import { chromiumPath, openBrowser } from './testing/open-browser.js';
import { axeViolations, cutOff, openEverything, openFile, sidewaysScroll } from './testing/page-facts.js';
import { carryingSource } from './testing/carrying-source.js';
import { interruptedSource } from './testing/interrupted-source.js';
import { reportSource } from './testing/report-source.js';

const executable = chromiumPath();
const skip = executable === null ? 'no Chromium: install it or set CHROMIUM_PATH' : false;

const plain = 'A plain sentence of some words.';

/** Failing runs in ordinary words and with everything hostile at once, a run that was stopped, and one that took evidence over. */
const fillings: Readonly<Record<string, () => ViewSource>> = {
  ordinary: () => reportSource(plain),
  hostile: () => reportSource(Object.values(hostileTexts).join(' ')),
  interrupted: () => interruptedSource(plain),
  carried: carryingSource,
};

/** 320 CSS pixels: a telephone, and a desktop of 1280 at 400 % zoom. */
const narrow: Readonly<Record<string, BrowserContextOptions>> = {
  'a telephone': { viewport: { width: 320, height: 640 }, deviceScaleFactor: 2, isMobile: true },
  'a desktop at 400 % zoom': { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 },
};

describe('START-HERE.html in a browser', { skip }, () => {
  let browser: Browser;
  let folder: string;
  const urls = new Map<string, string>();
  const urlOf = (filling: string): string => urls.get(filling) ?? assert.fail(`no page is filled with ${filling}`);

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'axys-page-'));
    for (const [filling, source] of Object.entries(fillings)) {
      const file = join(folder, `${filling}.html`);
      await writeFile(file, [...auditorPage(await gatherReport(source(), limits))].join(''));
      urls.set(filling, pathToFileURL(file).href);
    }
    browser = await openBrowser(executable ?? '');
  });
  after(async () => {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  });

  for (const filling of Object.keys(fillings)) {
    it(`filled with ${filling} text asks for nothing but itself, complains about nothing, keeps its title`, async () => {
      const { page, requests, complaints } = await openFile(browser, urlOf(filling));
      await openEverything(page);
      assert.deepEqual(requests, [urlOf(filling)]);
      assert.deepEqual(complaints, []);
      assert.match(
        await page.title(),
        /^Practice run, (?:failed|interrupted|harness failed): no certification.*, run-1$/,
      );
      assert.equal(await page.locator('section').count(), (await page.locator('h2').count()) - 1);
      await page.context().close();
    });

    // What is open, and what is dark, differs in colours alone: design/style-that-varies.test.ts
    it(`filled with ${filling} text has no axe violation, closed and with everything open`, async () => {
      const { page } = await openFile(browser, urlOf(filling), { colorScheme: 'light' });
      assert.deepEqual(await axeViolations(page, 'all but contrast'), []);
      await openEverything(page);
      assert.deepEqual(await axeViolations(page, 'everything'), []);
      await page.context().close();
    });

    it(`filled with ${filling} text has no axe violation in dark, with everything open`, async () => {
      const { page } = await openFile(browser, urlOf(filling), { colorScheme: 'dark' });
      await openEverything(page);
      assert.deepEqual(await axeViolations(page, 'colours'), []);
      await page.context().close();
    });

    for (const [name, options] of Object.entries(narrow)) {
      it(`filled with ${filling} text does not scroll sideways on ${name}`, async () => {
        const { page } = await openFile(browser, urlOf(filling), options);
        assert.equal(await sidewaysScroll(page), 0);
        await openEverything(page);
        assert.equal(await sidewaysScroll(page), 0);
        await page.context().close();
      });
    }

    it(`filled with ${filling} text is cut off nowhere on paper`, async () => {
      const { page } = await openFile(browser, urlOf(filling), { viewport: { width: 695, height: 1000 } });
      await page.emulateMedia({ media: 'print' });
      assert.deepEqual(await cutOff(page), []);
      await page.context().close();
    });
  }

  it('says first of a run that was stopped that it is incomplete, and of a failed one that it failed', async () => {
    const said = async (filling: string) => {
      const { page } = await openFile(browser, urlOf(filling), { colorScheme: 'dark' });
      const banner = (await page.locator('header + main').first().innerText()).slice(0, 600);
      await page.context().close();
      return banner;
    };
    assert.match(await said('interrupted'), /interrupted|incomplete|not finished/i);
    assert.match(await said('ordinary'), /Practice: failed/);
  });

  it('has both columns of the gate begin at the same height', async () => {
    const { page } = await openFile(browser, urlOf('ordinary'));
    const tops: number[] = await page.evaluate(`(() => {
      const items = [...document.querySelectorAll('.gate > li')].map((each) => each.getClientRects()[0]);
      const left = Math.min(...items.map((each) => each.left));
      const second = items.find((each) => each.left > left + 50);
      return [items[0].top, second.top];
    })()`);
    assert.equal(tops[0], tops[1]);
    await page.context().close();
  });

  it('is whole without JavaScript: everything can be opened, and no button is there that would do nothing', async () => {
    const { page, complaints } = await openFile(browser, urlOf('ordinary'), { javaScriptEnabled: false });
    assert.deepEqual(complaints, []);
    assert.equal(await page.locator('button:visible').count(), 0);
    const details = page.locator('details.scenario').first();
    await details.locator('summary').first().click();
    assert.equal(await details.locator('.call').first().isVisible(), true);
    await page.context().close();
  });

  it('is filtered by keyboard, says how many rows are left, and shows all again', async () => {
    const { page } = await openFile(browser, urlOf('ordinary'));
    const rows = page.locator('tr[data-outcome]:visible');
    const status = page.getByRole('status');
    const contradicted = page.getByRole('button', { name: /^contradicted/ });
    await contradicted.focus();
    await page.keyboard.press('Space');
    assert.equal(await contradicted.getAttribute('aria-pressed'), 'true');
    assert.equal(await rows.count(), 1);
    assert.match((await status.textContent()) ?? '', /^1 of 3 rows are shown/);
    assert.equal(await page.locator('article[data-outcome]:visible').count(), 1);
    const category = page.getByRole('button', { name: /^Reconciliation/ });
    await category.focus();
    await page.keyboard.press('Enter');
    assert.equal(await rows.count(), 0);
    await page.getByRole('button', { name: 'Show all rows' }).focus();
    await page.keyboard.press('Enter');
    assert.equal(await rows.count(), 3);
    assert.match((await status.textContent()) ?? '', /^All 3 rows/);
    await page.context().close();
  });

  it('is walked through from the top: the first stop leads to the decision, and every stop can be seen', async () => {
    const { page } = await openFile(browser, urlOf('ordinary'));
    await page.keyboard.press('Tab');
    const focused = () => page.evaluate<string>('document.activeElement.textContent');
    assert.equal(await focused(), 'Skip to the decision');
    const outline = 'getComputedStyle(document.activeElement).outlineStyle';
    for (let stop = 0; stop < 25; stop += 1) {
      assert.equal(await page.evaluate(outline), 'solid', await focused());
      await page.keyboard.press('Tab');
    }
    await page.context().close();
  });

  it('opens what a link leads to, also where a filter hides it', async () => {
    const { page } = await openFile(browser, `${urlOf('ordinary')}#x-000004`);
    assert.equal(await page.locator('[id=x-000004]').isVisible(), true);
    await page.getByRole('button', { name: /^contradicted/ }).click();
    assert.equal(await page.locator('[id=x-000004]').isVisible(), false);
    await page.evaluate('location.hash = "x-000003"');
    await page.locator('[id=x-000003]').waitFor({ state: 'visible' });
    await page.context().close();
  });

  it('prints the report alone, every row when asked, and the calls of what passed when asked for them too', async () => {
    const { page } = await openFile(browser, urlOf('ordinary'));
    const option = page.getByLabel('print every row in detail');
    assert.equal(await option.isChecked(), false);
    assert.match((await page.locator('label', { has: option }).textContent()) ?? '', /3 rows, 2 scenarios/);
    await page.emulateMedia({ media: 'print' });
    const pages = async () => (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length;
    const short = (await pages()) ?? 0;
    const note = page.getByText('not printed');
    assert.equal(await note.isVisible(), true);
    const shown = (id: string) =>
      page.evaluate(`[...document.querySelectorAll('.${id} .call pre')].every((each) => each.checkVisibility())`);
    assert.deepEqual([await shown('loud'), await shown('quiet')], [false, false]);
    await page.evaluate('document.getElementById("print-rows").checked = true');
    assert.deepEqual([await shown('loud'), await shown('quiet'), await note.isVisible()], [true, false, false]);
    await page.evaluate('document.getElementById("print-calls").checked = true');
    assert.deepEqual([await shown('loud'), await shown('quiet')], [true, true]);
    const whole = (await pages()) ?? 0;
    assert.ok(short >= 4 && short < whole, `${short} of ${whole} sheets`);
    await page.context().close();
  });
});
