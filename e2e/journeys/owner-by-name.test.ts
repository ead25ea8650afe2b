import { describe, expect, it } from 'vitest';
import { signIn } from '../product/client.ts';
import { childCalled } from './children.ts';
import { fill } from './forms.ts';
import { openProgram } from './open-program.ts';

const program = openProgram({ world: 'whole' });

describe('an owner', () => {
  it('is chosen by name, oneself first, and said by name beside the hold and in the history', async () => {
    const { page, context } = await program.signIn('dsn@demo');
    const { id } = await childCalled(await signIn(program.url, 'dsn@demo'), '上野');
    await page.goto(`${program.url}/cases/${id}/record/hold.added`);
    const owners = page.locator('#field-owner option');
    await owners.nth(1).waitFor({ state: 'attached' });
    expect(await owners.allInnerTexts()).toEqual([
      '決めない',
      '松本 恵(退院支援看護師、こども医療センター(デモ))',
      ...['岡田 律子(退院支援看護師', '西 なつき(病棟看護師', '田村 啓(医師', '佐藤 美咲(訪問看護師'].map(start =>
        expect.stringContaining(start),
      ),
      // Asked by the pathway without an entry of the team, from consent or none.
      '森 順子(連携拠点コーディネーター、小児在宅連携拠点(デモ))',
    ]);
    const visitor = await owners.nth(5).getAttribute('value');
    await fill(page, { code: 'equipment', owner: visitor, recheckOn: '2030/1/15', occurredOn: '2030/1/1' });
    await page.locator('main form button[type="submit"]').click();
    // The server's sentence, in the language of the page, where the field is and with its name in the summary.
    await page.getByText('行った日:まだ来ていない日です。').waitFor();
    expect((await page.locator('#field-occurredOn-error').innerText()).trim()).toBe('まだ来ていない日です。');
    await fill(page, { occurredOn: '' });
    await page.locator('main form button[type="submit"]').click();
    await page.waitForURL(`${program.url}/cases/${id}`);
    await page.locator('.case-header').getByText('担当 佐藤 美咲').waitFor();
    await page.locator('.entry-details').first().getByText('佐藤 美咲').waitFor();
    await context.close();
  });

  it('may be a coordinator of a hub without a part in the team', async () => {
    const { page, context } = await program.signIn('dsn@demo');
    const { id } = await childCalled(await signIn(program.url, 'dsn@demo'), '青木');
    await page.goto(`${program.url}/cases/${id}/record/hold.added`);
    const coordinator = page.locator('#field-owner option', { hasText: '森 順子' });
    await coordinator.waitFor({ state: 'attached' });
    await fill(page, { code: 'publicScheme', owner: await coordinator.getAttribute('value'), recheckOn: '2030/1/15' });
    await page.locator('main form button[type="submit"]').click();
    await page.waitForURL(`${program.url}/cases/${id}`);
    await page.locator('.case-header').getByText('担当 森 順子').waitFor();
    await context.close();
  });
});
