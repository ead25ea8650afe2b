import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
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
