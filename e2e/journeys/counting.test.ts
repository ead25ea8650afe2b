import { readFile } from 'node:fs/promises';
import { type BoardRows, fromBoardRows } from '@kaerimichi/contracts';
import { beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '../product/client.ts';
import { demoPassword } from '../product/product.ts';
import { picture } from './browser.ts';
import { tabTo } from './keyboard.ts';
import { openProgram } from './open-program.ts';
import { axeFindings, rawCodes, sidewaysScroll, smallTargets, unseenFocus } from './screen-scan.ts';

const program = openProgram({ world: 'whole' });

describe('the page of the prefecture', () => {
  const atWidth = (width: number, locale: string) =>
    program.signIn('pref@demo', { viewport: { width, height: 720 }, locale, reducedMotion: 'reduce' });

  it.each([
    ['ja-JP', '5未満', '事業の集計'],
    ['en-GB', 'under 5', 'Figures of the programme'],
  ])('shows counts of the network, small ones hidden, on a narrow screen too: %s', async (locale, hidden, title) => {
    const { page, context, errors } = await atWidth(320, locale);
    await page.getByRole('table').first().waitFor();
    expect(new URL(page.url()).pathname).toBe('/reports');
    expect(await page.title()).toContain(title);
    expect(await page.getByRole('table').count()).toBe(7);
    expect(await page.getByRole('cell', { name: hidden }).count()).toBeGreaterThan(0);
    const counts = (await page.getByRole('cell').allInnerTexts()).filter(text => /^\d+$/.test(text)).map(Number);
    expect(counts.length).toBeGreaterThan(10);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(5);
    expect(await page.locator('main').innerText()).not.toMatch(/K-\d|石井|そら/);
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
    expect(await smallTargets(page, 44)).toEqual([]);
    expect([...(await axeFindings(page)), ...(await rawCodes(page)), ...(await unseenFocus(page, 12))]).toEqual([]);
    expect(errors).toEqual([]);
    await context.close();
  });

  it('is saved by the keyboard as it is shown, and printed without its buttons', async () => {
    const { page, context } = await atWidth(1366, 'ja-JP');
    await tabTo(page, page.getByRole('button', { name: 'CSVで保存する' }));
    const [saved] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(saved.suggestedFilename()).toMatch(/^kaerimichi-\d{4}-\d\d-\d\d\.csv$/);
    const lines = (await readFile(await saved.path(), 'utf8')).trim().split('\r\n');
    const shown = await page
      .locator('.counts-table tbody tr, .counts-table tfoot tr')
      .evaluateAll(rows =>
        rows.map(row => [...row.querySelectorAll('th, td')].map(cell => cell.textContent)).map(cells => cells.join()),
      );
    expect(lines.slice(1).map(line => line.split(',').slice(1, 3).join())).toEqual(shown);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: '印刷する' }).isVisible()).toBe(false);
    expect(await page.getByText('数え方').last().isVisible()).toBe(true);
    await context.close();
  });
});

/** A nurse of the hospital who administers it as well. */
beforeAll(async () => {
  const client = await signIn(program.url, 'admin@demo');
  const person = { identifier: 'matron@ward', displayName: '早川 みどり', org: 'org-kodomo', role: 'dischargeNurse' };
  const brought = await client.post<{ slip: { token: string } }>('/admin/people', { ...person, flags: ['orgAdmin'] });
  await client.post('/password', { token: brought.body.slip.token, password: demoPassword });
});

describe('exceptions of one kind', () => {
  it('propose a change of the rules with the tenth: put into the form by one press, or left with a reason', async () => {
    const head = await signIn(program.url, 'head@demo');
    const cards = fromBoardRows((await head.get<BoardRows>('/board')).body);
    const led = cards.filter(({ lead }) => lead === 'org-kodomo').slice(0, 10);
    expect(led).toHaveLength(10);
    for (const [n, { id, version }] of led.entries()) {
      const event = { type: 'requirement.waived', requirementId: 'month3', reason: `外来が先に決まった ${n}` };
      expect((await head.send(id, version, event)).status).toBe(200);
    }
    const { page, context, errors } = await program.signIn('matron@ward', { at: '/admin?part=rules' });
    const proposal = page.locator('.override-proposal');
    await proposal.getByText('10件で例外になりました').waitFor();
    await proposal.getByText('外来が先に決まった 3').waitFor();
    await picture(page, 'override-proposal');
    await proposal.getByRole('button', { name: 'この条件を求めないようにする' }).press('Enter');
    const heading = page.locator('summary').filter({ hasText: '進むための条件' });
    await expect.poll(() => heading.evaluate(one => one === document.activeElement)).toBe(true);
    expect(await page.getByRole('checkbox', { name: /3か月/ }).isChecked()).toBe(false);
    await page.locator('summary').filter({ hasText: '例外の一覧と件数' }).click();
    await picture(page, 'override-register');
    await proposal.locator('summary').filter({ hasText: 'ルールを変えない' }).click();
    await proposal.getByRole('textbox', { name: '変えない理由' }).fill('冬のあいだの一時的な事情のため');
    await proposal.getByRole('button', { name: '変えないことにする' }).click();
    await proposal.waitFor({ state: 'detached' });
    await page.getByText('冬のあいだの一時的な事情のため').waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });
});

describe('what a house counts of itself', () => {
  it('says of each figure what is needed and what it counted, on a narrow screen too; beds are entered once', async () => {
    const { page, context, errors } = await program.signIn('matron@ward', {
      ...{ viewport: { width: 320, height: 720 }, at: '/reports/house' },
      reducedMotion: 'reduce',
    });
    const contacts = page.getByRole('region', { name: '相談支援専門員との連携と病床数' });
    await contacts.getByText('病床数が入っていません').waitFor();
    expect(await page.getByRole('region', { name: '連携機関との年3回以上の面会' }).innerText()).toContain('25以上');
    await page.locator('summary').filter({ hasText: '病床数を入れる' }).click();
    for (const [label, beds] of [
      ['一般病棟', '0'],
      ['療養病棟', '0'],
      ['小児入院医療管理料', '220'],
    ] as const)
      await page.getByRole('textbox', { name: new RegExp(`^${label}`) }).fill(beds);
    await page.getByRole('button', { name: '病床数を保存' }).click();
    await contacts.getByText('必要な数 12以上').waitFor();
    await page.getByRole('textbox', { name: /算定回数/ }).fill('40');
    await contacts.getByText('数を満たしています').waitFor();
    await contacts.scrollIntoViewIfNeeded();
    await picture(page, 'house-narrow');
    expect(await page.locator('main').innerText()).not.toMatch(/K-\d|石井|そら/);
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
    expect(await smallTargets(page, 44)).toEqual([]);
    expect([...(await axeFindings(page)), ...(await rawCodes(page)), ...(await unseenFocus(page, 12))]).toEqual([]);
    await page.setViewportSize({ width: 1366, height: 900 });
    await page.evaluate(() => scrollTo(0, 0));
    await picture(page, 'house');
    await page.getByRole('button', { name: /早川/ }).click();
    await page.getByRole('link', { name: '施設基準の数' }).waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });
});
