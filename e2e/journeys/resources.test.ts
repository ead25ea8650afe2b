import { describe, expect, it } from 'vitest';
import { signIn } from '../product/client.ts';
import { inventedList } from '../product/import-list.ts';
import { picture } from './browser.ts';
import { childCalled } from './children.ts';
import { openProgram } from './open-program.ts';
import { axeFindings, sidewaysScroll } from './screen-scan.ts';

const program = openProgram();

it('reads a list in after a try, finds a station in it, and asks it as somebody outside the network', async () => {
  const hub = await program.signIn('coord@demo', { at: '/resources' });
  await hub.page.getByText('施設の一覧はまだ取り込まれていません').waitFor();
  await hub.page.getByRole('link', { name: '施設の一覧を取り込む' }).first().click();
  const file = { name: '架空の一覧202611.csv', mimeType: 'text/csv', buffer: Buffer.from(inventedList) };
  await hub.page.locator('input[type="file"]').setInputFiles(file);
  const figure = (name: string) => hub.page.locator(`[data-figure="${name}"]`).innerText();
  await hub.page.getByRole('button', { name: 'ためしに読む(書き込みません)' }).click();
  await hub.page.getByRole('heading', { name: 'ためした結果' }).waitFor();
  expect([await figure('read'), await figure('new'), await figure('refused')]).toEqual(['4', '3', '1']);
  await hub.page.getByText('5行目').waitFor();
  expect(await axeFindings(hub.page)).toEqual([]);
  await picture(hub.page, 'facility-import-tried');
  await hub.page.getByRole('button', { name: '取り込む', exact: true }).click();
  await hub.page.getByRole('heading', { name: '取り込んだ結果' }).waitFor();
  await hub.page.getByRole('link', { name: '資源で見る' }).click();
  await hub.page.getByLabel('種類').selectOption('visitingNursing');
  await hub.page.getByLabel('都道府県').selectOption('14');
  await hub.page.getByLabel('市区町村').selectOption('142077');
  await hub.page.getByText('1件のうち 1〜1件目').waitFor();
  await hub.page.locator('.facility-table tbody tr').getByText('架空なぎさ訪問看護').waitFor();
  expect(await hub.page.locator('.facility-table tbody tr').count()).toBe(1);
  expect(new URL(hub.page.url()).search).toBe('?kind=visitingNursing&place=142077');
  await picture(hub.page, 'resources');
  await hub.page.getByLabel('さがすことば').fill('どこにもない');
  await hub.page.getByRole('button', { name: 'さがす', exact: true }).click();
  await hub.page.getByText('条件に合う施設がありません').waitFor();
  expect(await axeFindings(hub.page)).toEqual([]);
  await hub.context.close();

  const child = await childCalled(await signIn(program.url, 'dsn@demo'), '上野');
  const nurse = await program.signIn('dsn@demo', {
    at: `/cases/${child.id}/record/candidate.asked?function=visitingNurse`,
  });
  await nurse.page.getByRole('button', { name: '資源からえらぶ' }).click();
  await nurse.page.getByRole('button', { name: '架空しおかぜ訪問看護をえらぶ' }).click();
  const outside = nurse.page.getByLabel('ネットワークの外の相手の名前');
  expect(await outside.inputValue()).toBe('架空しおかぜ訪問看護 0466-00-0000');
  expect([...hub.errors, ...nurse.errors]).toEqual([]);
  await nurse.context.close();
});

describe('the duty roster of one’s own house', () => {
  it('is changed for one day and stands among the contacts of a case, a call away on a phone', async () => {
    const phone = { viewport: { width: 390, height: 844 } };
    const { page, context, errors } = await program.signIn('dsn@demo', { ...phone, at: '/duty' });
    const { id } = await childCalled(await signIn(program.url, 'dsn@demo'), '青木');
    const tonight = page.getByRole('table', { name: 'この週だけ' }).getByRole('combobox', { name: /夜間/ });
    await tonight.first().waitFor();
    // Nobody, all this week and the next: the gap is what a case tells.
    for (let day = 0; day < 7; day += 1) await tonight.nth(day).selectOption({ label: '決まっていません' });
    await page.getByText(/この週で決まっていないところ:.*夜間/).waitFor();
    await page.getByLabel('連絡先2の電話').fill('0450000299');
    await page.getByRole('button', { name: '保存する' }).click();
    await page.getByText(/^保存しました/).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
    await page.goto(`${program.url}/cases/${id}/overview`);
    await page
      .getByText(/夜間.*:当直が決まっていません/)
      .first()
      .waitFor();
    await page.goto(`${program.url}/duty`);
    await page.getByRole('button', { name: '毎週のとおりに戻す' }).click();
    await page.getByRole('button', { name: '保存する' }).click();
    await page.getByText(/^保存しました/).waitFor();
    await page.goto(`${program.url}/cases/${id}/overview`);
    const call = page.locator('.duty-call a[href="tel:0450000299"]').first();
    await call.waitFor();
    expect((await call.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    expect(errors).toEqual([]);
    await context.close();
  });
});
