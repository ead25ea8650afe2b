import { expect, it } from 'vitest';
import { signIn } from '../product/client.ts';
import { caseNow, childCalled } from './children.ts';
import { openProgram } from './open-program.ts';
import { axeFindings, isDrawn, sidewaysScroll } from './screen-scan.ts';

const program = openProgram({ world: 'whole' });

it('what one has to do stands in one list, opens the form that makes it true, and is gone when it is done', async () => {
  const api = await signIn(program.url, 'dsn@demo');
  const { id } = await childCalled(api, '上野');
  const { page, context, errors } = await program.signIn('dsn@demo', { viewport: { width: 390, height: 844 } });
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^マイタスク、あなたの番 \d+件$/ })
    .click();
  await page.getByRole('heading', { level: 1, name: 'マイタスク' }).waitFor();
  await page.locator('.task').first().waitFor();
  await isDrawn(page);
  expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
  expect(await axeFindings(page)).toEqual([]);
  // Somebody writes why a child stands still: the open list follows by itself.
  const { version } = await caseNow(api, id);
  const hold = { type: 'hold.added', holdId: 'h-task', code: 'housing', recheckOn: todayInTokyo() };
  const sent = await api.send(id, version, hold);
  expect(sent.status).toBe(200);
  const row = page.locator(`.task[data-task="${id}"][data-kind="hold"]`, { hasText: '住まい' });
  await row.getByRole('link').click();
  await page.waitForURL(url => url.pathname === `/cases/${id}/record/hold.removed`);
  await page.locator('main form button[type="submit"]').click();
  await page.waitForURL(`${program.url}/cases/${id}`);
  await page.goto(`${program.url}/tasks`);
  await page.locator('.task').first().waitFor();
  expect(await row.count()).toBe(0);
  expect(errors).toEqual([]);
  await context.close();
});

const todayInTokyo = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(new Date());
