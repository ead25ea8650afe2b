import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { root } from '../product/product.ts';
import { picture } from './browser.ts';
import { openProgram } from './open-program.ts';
import { axeFindings } from './screen-scan.ts';

const program = openProgram();

const uuid = '0b0f7a3c-1111-4222-8333-444455556666';
const grownUp = {
  resourceType: 'Patient',
  id: uuid,
  identifier: [{ type: { coding: [{ code: 'MR' }] }, value: uuid }],
  name: [{ family: '架空', given: ['大人'] }],
  birthDate: '1980-05-05',
};
const observation = (at: number) => ({ resource: { resourceType: 'Observation', id: `o${at}`, status: 'final' } });

async function importText(page: Page, text: string, button: string): Promise<void> {
  await page.goto(`${program.url}/imports`);
  await page.locator('input[type="file"]').setInputFiles({
    name: 'file.json',
    mimeType: 'application/fhir+json',
    buffer: Buffer.from(text),
  });
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.locator('#report-title').waitFor();
}

describe('a file without a patient', () => {
  it.each([
    ['ja-JP', '取り込む', '下書きはできません', 'ファイルにあったもの:検査・測定 3件'],
    ['en-GB', 'Import', 'no draft comes of it', 'Found in the file: Observation: 3'],
  ])('says what was found, and that no draft came of it (%s)', async (locale, button, none, found) => {
    const { page, context, errors } = await program.signIn('dsn@demo', { locale });
    const bundle = { resourceType: 'Bundle', type: 'collection', entry: [1, 2, 3].map(observation) };
    await importText(page, JSON.stringify(bundle), button);
    await page.locator('.note-soon').getByText(none).waitFor();
    expect(await page.locator('.note-soon').innerText()).toContain(found);
    expect(await page.locator('.note-done').count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, `import-nobody-${locale}`);
    expect(errors).toEqual([]);
    await context.close();
  });
});

describe('a draft', () => {
  it('of a grown-up speaks of no child', async () => {
    const { page, context } = await program.signIn('dsn@demo');
    await importText(page, JSON.stringify(grownUp), '取り込む');
    await page.locator('.draft-table').getByRole('link', { name: '架空 大人' }).first().click();
    await page.getByText('成人').first().waitFor();
    const text = await page.locator('main').innerText();
    expect(text).not.toMatch(/子ども|お子さん/);
    expect(text).not.toContain(uuid);
    expect(await page.locator(`input[value="${uuid}"]`).count()).toBe(0);
    await context.close();
  });

  it('shows where its values stood in the file only to whoever asks, and in words', async () => {
    const { page, context } = await program.signIn('dsn@demo');
    await importText(
      page,
      readFileSync(join(root, 'packages/interop/samples/invented-child-15.json'), 'utf8'),
      '取り込む',
    );
    await page.locator('.draft-table').getByRole('link', { name: '成瀬 ひかり' }).first().click();
    await page.locator('.draft-content').waitFor();
    const place = page.locator('.place').first();
    expect(await place.isVisible()).toBe(false);
    expect(await page.locator('main').innerText()).not.toMatch(/entry\[|resource|[0-9a-f]{8}-[0-9a-f]{4}-/);
    await page.getByText('ファイル内の場所').click();
    await place.waitFor();
    for (const words of await page.locator('.place').allInnerTexts())
      expect(words).toMatch(/^\d+番目の項目\(entry\[\d+\].*\)$/);
    expect(await axeFindings(page)).toEqual([]);
    await context.close();
  });
});

describe('a draft that became a case', () => {
  const sample = () => readFileSync(join(root, 'packages/interop/samples/invented-child-15.json'), 'utf8');

  it('leaves nothing behind of what the file told: family, diagnoses, medicines, devices, allergies', async () => {
    const { page, context, errors } = await program.signIn('dsn@demo');
    await importText(page, sample(), '取り込む');
    await page.locator('.draft-table').getByRole('link', { name: '成瀬 ひかり' }).first().click();
    await page.getByRole('link', { name: 'ケースにする' }).click();
    await page.getByRole('radio', { name: '病棟', exact: true }).check();
    await page.getByLabel('支援が必要な理由').fill('在宅移行');
    await page.getByRole('button', { name: '登録する' }).click();
    await page.locator('.case-header').getByText('アレルギー:ラテックス', { exact: true }).waitFor();
    await picture(page, 'case-from-file');
    await page.getByRole('link', { name: '情報', exact: true }).click();
    const told = page.getByRole('region', { name: '病院のファイルから' });
    for (const words of [
      '成瀬 まゆ',
      '成瀬 とし',
      '脊髄性筋萎縮症',
      'カルボシステイン',
      '架空レスピレーター',
      'なるせ',
    ])
      await told.getByText(words, { exact: true }).first().waitFor();
    const place = told.locator('.place').first();
    expect(await place.isVisible()).toBe(false);
    await told.getByText('ファイル内の場所').click();
    await place.waitFor();
    expect(await axeFindings(page)).toEqual([]);

    await page.goto(`${page.url().replace(/\/facts$/, '')}/record/contacts.recorded`);
    await page.getByText('病院のファイルから', { exact: true }).click();
    await page.getByText('000-0000-0001', { exact: true }).waitFor();
    await page.goBack();

    await told.getByRole('link', { name: '取り込んだ下書きを開く' }).click();
    await page.getByRole('link', { name: /^ケース K-\d{5} を開く$/ }).waitFor();
    await importText(page, sample().replace('ラテックス', 'そば'), '取り込む');
    await page
      .locator('.draft-table')
      .getByRole('link', { name: /^K-\d{5}$/ })
      .first()
      .click();
    await page.locator('.case-header').getByText('アレルギー:そば', { exact: true }).waitFor();
    await page
      .locator('.case-header')
      .getByText('アレルギー:ラテックス(新しいファイルにはなし)', { exact: true })
      .waitFor();
    await page.getByRole('link', { name: '情報', exact: true }).click();
    await told.getByText(/^第2版\(.+\)で加わりました$/).waitFor();
    await told.getByText(/^第2版\(.+\)からはありません$/).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(errors).toEqual([]);
    await context.close();
  });
});
