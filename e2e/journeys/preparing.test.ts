import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Client, signIn } from '../product/client.ts';
import { picture } from './browser.ts';
import { caseNow, childCalled } from './children.ts';
import { findingsOf, seenAt, widths } from './findings-of.ts';
import { fill } from './forms.ts';
import { openProgram } from './open-program.ts';

const program = openProgram();
let nurse: Client;
let ishii = '';

beforeAll(async () => {
  nurse = await signIn(program.url, 'dsn@demo');
  ishii = (await childCalled(nurse, '石井')).id;
});

const cell = (page: Page, name: string) => page.getByRole('button', { name });
const tiles = (page: Page) => page.getByRole('dialog');

describe('手技', () => {
  it.each(widths)('are recorded in three presses, and counted by a second nurse (%i px wide)', async width => {
    const { page, context, errors } = await program.signIn('ward@demo', seenAt(width));
    await page.goto(`${program.url}/cases/${ishii}/skills`);
    await page.getByRole('heading', { level: 2, name: '手技' }).waitFor();
    expect(await findingsOf(page, width)).toEqual([]);
    await picture(page, `skills-${width}`);
    await page.getByRole('button', { name: '手技を記録する' }).first().click();
    const learner = width === 1366 ? '祖父母' : '親族';
    await tiles(page).getByLabel('だれが:ほかから選ぶ').selectOption({ label: learner });
    await tiles(page).getByText('吸引(気切)').click();
    await tiles(page).getByText('4 ひとりで').click();
    await picture(page, `skill-sheet-${width}`);
    expect(await findingsOf(page, width)).toEqual([]);
    await tiles(page).getByRole('button', { name: '保存する' }).click();
    const own = cell(page, `${learner} 吸引(気切)`);
    await own.getByText('2人目か別の日を待っています').waitFor();
    await context.close();

    // Another nurse, at the same cell: one look more, and it counts.
    const second = await program.signIn('dsn@demo', seenAt(width));
    await second.page.goto(`${program.url}/cases/${ishii}/skills`);
    await cell(second.page, `${learner} 吸引(気切)`).click();
    await tiles(second.page).getByText('1回確認しました').waitFor();
    await tiles(second.page).getByRole('button', { name: '2人目として確認する' }).click();
    await tiles(second.page).getByText('4 ひとりで').click();
    await tiles(second.page)
      .getByText(/^くわしく書く/)
      .click();
    await tiles(second.page).getByLabel('くり返すこと・メモ').fill('圧を確かめてから始める');
    await tiles(second.page).getByLabel('3 だいたいできる').check();
    await tiles(second.page).getByRole('button', { name: '保存する' }).click();
    await tiles(second.page).getByText('くり返すこと:圧を確かめてから始める').waitFor();
    await tiles(second.page).getByText('2回の確認が済み、進む条件に数えます。').waitFor();
    await picture(second.page, `skill-history-${width}`);
    expect(await findingsOf(second.page, width)).toEqual([]);
    expect([...errors, ...second.errors]).toEqual([]);
    await second.context.close();
  });

  it('the condition of the move says how many are there, and that one look is missing', async () => {
    const { version } = await caseNow(nurse, ishii);
    const alone = { type: 'skill.assessed', procedure: 'cannulaChange', caregiver: 'father', level: 4 };
    expect((await nurse.send(ishii, version, alone)).status).toBe(200);
    const { page, context } = await program.signIn('dsn@demo', seenAt(1366));
    await page.goto(`${program.url}/cases/${ishii}/skills`);
    await page
      .getByRole('row', { name: /カニューレ交換/ })
      .getByText('2人目か別の日を待っています')
      .waitFor();
    await context.close();
  });
});

describe('機器, 制度 and 外泊', () => {
  it.each(widths)('are told in tables that become blocks (%i px wide)', async width => {
    const { page, context, errors } = await program.signIn('dsn@demo', seenAt(width));
    for (const [part, title] of [
      ['devices', '機器'],
      ['entitlements', '制度'],
      ['stays', '外泊'],
    ] as const) {
      await page.goto(`${program.url}/cases/${ishii}/${part}`);
      await page.getByRole('heading', { level: 2, name: title }).waitFor();
      expect([part, await findingsOf(page, width)]).toEqual([part, []]);
      await picture(page, `${part}-${width}`);
    }
    expect(errors).toEqual([]);
    await context.close();
  });

  it('a device is measured, another model asks for the skills on it anew', async () => {
    const { page, context } = await program.signIn('dsn@demo', seenAt(1366));
    await page.goto(`${program.url}/cases/${ishii}/devices`);
    await page.getByRole('link', { name: '更新する:みほん呼吸器 A' }).click();
    await fill(page, { batteryMinutes: 310 });
    await page.locator('main form button[type="submit"]').click();
    await page.waitForURL(url => url.pathname === `/cases/${ishii}`);
    await page.goto(`${program.url}/cases/${ishii}/devices`);
    await page.getByText(/^電池 310分/).waitFor();
    await page.getByRole('link', { name: '☎ 045-000-0199' }).waitFor();
    await page.getByRole('link', { name: /^機種を替える:みほん呼吸器 A/ }).click();
    await fill(page, { atHome: true, consumables: true, vendorPhone24h: true, model: 'みほん呼吸器 B' });
    await page.locator('main form button[type="submit"]').click();
    await page.waitForURL(url => url.pathname === `/cases/${ishii}`);
    await page.goto(`${program.url}/cases/${ishii}/skills`);
    await page
      .getByRole('row', { name: /呼吸器の操作/ })
      .getByText('機種が替わり、再確認が要ります')
      .first()
      .waitFor();
    await context.close();
  });
});

describe('the family', () => {
  it.each([390, 320])(
    'says how sure it feels and writes the diary of the stay, and the nurse reads both (%i px)',
    async width => {
      const { page, context, errors } = await program.signIn('family@demo', seenAt(width));
      await page.goto(`${program.url}/family`);
      const ratings = page.locator('.family-ratings').first();
      await ratings.getByRole('button', { name: '2 少し不安' }).click();
      await expect
        .poll(() => ratings.getByRole('button', { name: '2 少し不安' }).getAttribute('aria-pressed'))
        .toBe('true');
      const said = `夜にアラームが2回鳴りました(${width})`;
      await page.getByLabel('うまくいったこと、困ったことを書いてください').fill(said);
      await page.getByLabel('困ったことがありました').check();
      await picture(page, `family-diary-${width}`);
      expect(await findingsOf(page, width)).toEqual([]);
      await page.getByRole('button', { name: '送る' }).click();
      await page.locator('.family-diary').getByText(said).waitFor();
      const nurseAt = await program.signIn('dsn@demo', seenAt(width));
      await nurseAt.page.goto(`${program.url}/cases/${ishii}/stays`);
      await nurseAt.page.locator('.skill-entries').getByText(said).waitFor();
      expect(await findingsOf(nurseAt.page, width)).toEqual([]);
      expect([...errors, ...nurseAt.errors]).toEqual([]);
      await Promise.all([context.close(), nurseAt.context.close()]);
    },
  );
});
