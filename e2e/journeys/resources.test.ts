import { expect, it } from 'vitest';
import { signIn } from '../product/client.ts';
import { inventedList } from '../product/import-list.ts';
import { picture } from './browser.ts';
import { childCalled } from './children.ts';
import { openProgram } from './open-program.ts';
import { axeFindings } from './screen-scan.ts';

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
