import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Client, signIn } from '../product/client.ts';
import { picture } from './browser.ts';
import { caseNow, childCalled } from './children.ts';
import { openProgram } from './open-program.ts';
import { openPdfReader, pdfPages } from './pdf-pages.ts';
import { axeFindings, isDrawn, rawCodes, sidewaysScroll, smallTargets } from './screen-scan.ts';

const program = openProgram();
let nurse: Client;
let ishii = '';

beforeAll(async () => {
  nurse = await signIn(program.url, 'dsn@demo');
  ishii = (await childCalled(nurse, '石井')).id;
});

const wide = { locale: 'ja-JP', viewport: { width: 1366, height: 844 }, reducedMotion: 'reduce' } as const;
const phone = { ...wide, viewport: { width: 390, height: 844 } };
const dark = { ...phone, locale: 'en-GB', colorScheme: 'dark' } as const;

async function findingsOf(page: Page, isPhone = false): Promise<unknown[]> {
  await isDrawn(page);
  return [
    ...(await axeFindings(page)),
    ...((await sidewaysScroll(page)) > 0 ? ['scrolls sideways'] : []),
    ...(isPhone ? await smallTargets(page, 44) : []),
    ...(await rawCodes(page)),
  ];
}

/** One pixel: a picture as a telephone would send it, but for its size. */
const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const panelOf = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true });

describe('a paper of a child', () => {
  it('is kept as a version, approved, given to the family, and told to be old when the records change', async () => {
    const { page, context, errors } = await program.signIn('dsn@demo', wide);
    await page.goto(`${program.url}/cases/${ishii}/documents`);
    const card = panelOf(page, '携行カード');
    await card.getByRole('button', { name: 'いまの内容で下書きを残す:携行カード' }).click();
    await card.getByText('下書き', { exact: true }).waitFor();
    expect(await findingsOf(page)).toEqual([]);
    await card.getByRole('button', { name: '承認する:携行カード 第1版' }).click();
    await card.getByText('承認済み', { exact: true }).waitFor();
    await card.getByRole('button', { name: '有効にする:携行カード 第1版' }).click();
    await page.getByRole('checkbox', { name: /ご家族のページにも出す/ }).check();
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, 'papers-issue');
    await page.getByRole('dialog').getByRole('button', { name: '有効にする' }).click();
    await card.getByText('有効', { exact: true }).waitFor();
    await card.getByText('ご家族に渡している').waitFor();

    const said = { type: 'contacts.recorded', when: 'night', contact: '病棟の当直 045-000-0177' };
    const { version } = await caseNow(nurse, ishii);
    expect((await nurse.send(ishii, version, said)).status).toBe(200);
    await page.reload();
    await card.getByText('元の情報が変わりました').waitFor();
    await card.getByText('連絡先', { exact: true }).first().waitFor();
    await card.getByText('元の情報が変わりました').scrollIntoViewIfNeeded();
    await picture(page, 'papers-versions');
    expect(errors).toEqual([]);
    await context.close();
  });

  it('that a doctor signs waits for the doctor', async () => {
    const { page, context } = await program.signIn('dsn@demo', wide);
    await page.goto(`${program.url}/cases/${ishii}/documents`);
    const letter = panelOf(page, '診療情報提供書(医療機関あて)');
    await letter.getByRole('button', { name: /^いまの内容で下書きを残す/ }).click();
    await letter.getByText('医師が承認します。').waitFor();
    await context.close();
    const doctor = await program.signIn('doctor@demo', wide);
    await doctor.page.goto(`${program.url}/cases/${ishii}/documents`);
    const own = panelOf(doctor.page, '診療情報提供書(医療機関あて)');
    await own.getByRole('button', { name: /^承認する/ }).click();
    await own.getByText('承認済み', { exact: true }).waitFor();
    // The history says what happened in words, and not what stands on the papers.
    await doctor.page.goto(`${program.url}/cases/${ishii}`);
    await doctor.page.getByText('書類を承認した').first().waitFor();
    expect(await findingsOf(doctor.page)).toEqual([]);
    await picture(doctor.page, 'papers-history');
    expect(doctor.errors).toEqual([]);
    await doctor.context.close();
  });

  it('lies on the page of the family, who opens it, and reads who sees what since when', async () => {
    const { page, context, errors } = await program.signIn('family@demo', phone);
    await page.waitForURL(`${program.url}/family`);
    const link = page.getByRole('link', { name: /^携行カードを開く/ });
    await link.waitFor();
    const answer = await page.request.get(`${program.url}${await link.getAttribute('href')}`);
    expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'application/pdf']);
    const reader = await openPdfReader(program.browser);
    const [first] = await pdfPages(reader, await answer.body(), 1);
    await reader.close();
    // As it was given: the number that came later is not on it.
    expect(first?.text).toContain('第1版(有効)');
    expect(first?.text).toContain('石井');
    expect(first?.text).not.toContain('045-000-0177');
    // Readings stand between its characters.
    await page.locator('h3', { hasText: 'ているか' }).waitFor();
    await page.getByText('はじめから', { exact: false }).first().waitFor();
    await page.getByText('いまの', { exact: false }).first().waitFor();
    expect(await findingsOf(page, true)).toEqual([]);
    await page.locator('h3', { hasText: 'ているか' }).scrollIntoViewIfNeeded();
    await picture(page, 'family-papers-390');
    expect(errors).toEqual([]);
    await context.close();
  });

  it('is said in further languages as far as they go, and in plain Japanese where they do not', async () => {
    const { page, context } = await program.signIn('family@demo', phone);
    await page.waitForURL(`${program.url}/family`);
    await page.getByRole('button', { name: 'Português' }).click();
    await page.getByText('Traduzido por máquina').waitFor();
    expect(await page.locator('h1 [lang="pt"]').innerText()).toContain('Página');
    // What is not there is Japanese, with its readings.
    expect(await page.locator('ruby').count()).toBeGreaterThan(20);
    expect(await page.locator('html').getAttribute('lang')).toBe('ja');
    expect(await findingsOf(page, true)).toEqual([]);
    await picture(page, 'family-pt-390');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: '1 Where we are now' }).waitFor();
    expect(await page.getByText('Traduzido').count()).toBe(0);
    await context.close();
  });
});

describe('a file of a child', () => {
  it('is added from this device, opened and removed', async () => {
    const { page, context, errors } = await program.signIn('dsn@demo', dark);
    await page.goto(`${program.url}/cases/${ishii}/documents`);
    const files = panelOf(page, 'Files');
    await files.locator('input[type="file"]').setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer: onePixel });
    await files.getByLabel(/^Title/).fill('口元の固定');
    await files.getByLabel(/^What it shows/).selectOption('images');
    await files.getByRole('button', { name: 'Add a file' }).click();
    const link = files.getByRole('link', { name: /^Open: 口元の固定/ });
    await link.waitFor();
    const answer = await page.request.get(`${program.url}${await link.getAttribute('href')}`);
    expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'image/png']);
    await files.getByRole('button', { name: /^Look at it: 口元の固定/ }).click();
    await files.getByRole('img', { name: '口元の固定' }).waitFor();
    expect(await findingsOf(page, true)).toEqual([]);
    await files.scrollIntoViewIfNeeded();
    await picture(page, 'papers-files-390-dark');
    await files.locator('input[type="file"]').setInputFiles({
      ...{ name: 'x.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<script>alert(1)</script>') },
    });
    await files.getByLabel(/^Title/).fill('偽物');
    await files.getByLabel(/^What it shows/).selectOption('images');
    await files.getByRole('button', { name: 'Add a file' }).click();
    await files.getByText('Use PDF, JPEG or PNG up to 20 MB.').waitFor();
    await files.getByRole('button', { name: /^Remove: 口元の固定/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await link.waitFor({ state: 'detached' });
    expect(errors).toEqual([]);
    await context.close();
  });
});
