import type { HistoryEvent } from '@kaerimichi/contracts';
import { describe, expect, it } from 'vitest';
import { type Client, signIn } from '../product/client.ts';
import { caseNow, childCalled } from './children.ts';
import { fill } from './forms.ts';
import { openProgram } from './open-program.ts';

const program = openProgram();

const historyOf = async (api: Client, id: string) =>
  (await api.get<{ events: HistoryEvent[] }>(`/cases/${id}/events?limit=500`)).body.events;

describe('a correction', () => {
  it('is offered at the entries for which it would be taken, and at no other', async () => {
    const { id } = await childCalled(await signIn(program.url, 'dsn@demo'), '上野');
    for (const identifier of ['hvn@demo', 'dsn@demo']) {
      const api = await signIn(program.url, identifier);
      const entries = await historyOf(api, id);
      const offered = entries.filter(({ correctable }) => correctable).map(({ seq }) => seq);
      expect(offered.length).toBeGreaterThan(0);
      expect(offered.length).toBeLessThan(entries.length);
      const { version } = await caseNow(api, id);
      for (const { seq, correctable } of entries.filter(entry => !entry.correctable)) {
        const { status } = await api.send(id, version, { type: 'entry.corrected', seq, reason: '誤り' });
        expect({ seq, correctable, isRefused: status === 403 || status === 409 }).toEqual({
          seq,
          correctable: false,
          isRefused: true,
        });
      }
      expect((await caseNow(api, id)).version).toBe(version);
      const { page, context } = await program.signIn(identifier);
      await page.goto(`${program.url}/cases/${id}`);
      await page.locator('.timeline .entry').first().waitFor();
      const links = await page.locator('.entry-correct').evaluateAll(all => all.map(link => link.getAttribute('href')));
      const shown = links.map(link => Number(/seq=(\d+)$/.exec(link ?? '')?.[1]));
      expect(shown).toEqual(offered.toReversed());
      await context.close();
    }
  });

  it('of an own entry goes through, and is offered there no more', async () => {
    const { page, context } = await program.signIn('hvn@demo');
    const api = await signIn(program.url, 'hvn@demo');
    const { id } = await childCalled(await signIn(program.url, 'dsn@demo'), '上野');
    const before = await historyOf(api, id);
    const last = before.findLast(({ correctable }) => correctable)?.seq ?? 0;
    await page.goto(`${program.url}/cases/${id}`);
    await page.locator(`.entry-correct[href$="seq=${last}"]`).click();
    await fill(page, { reason: '取り違え' });
    await page.locator('main form button[type="submit"]').click();
    await page.waitForURL(`${program.url}/cases/${id}`);
    await page.locator('.entry-corrected').first().waitFor();
    await page.locator(`.entry-correct[href$="seq=${last}"]`).waitFor({ state: 'detached' });
    await context.close();
  });

  it('is drafted for its entry, and no other entry is offered what was written there', async () => {
    const { page, context } = await program.signIn('dsn@demo');
    const { id } = await childCalled(await signIn(program.url, 'dsn@demo'), '上野');
    await page.goto(`${program.url}/cases/${id}`);
    const links = page.locator('.entry-correct');
    await links.first().waitFor();
    const [one, other] = await links.evaluateAll(all => all.map(link => link.getAttribute('href') ?? ''));
    const reason = page.locator('#field-reason');
    await page.goto(`${program.url}${one}`);
    await reason.fill('書く子を間違えた');
    await page.getByRole('link', { name: 'やめる' }).click();
    await page.goto(`${program.url}${other}`);
    await reason.waitFor();
    expect(await reason.inputValue()).toBe('');
    await page.goto(`${program.url}${one}`);
    await reason.waitFor();
    expect(await reason.inputValue()).toBe('書く子を間違えた');
    await context.close();
  });
});
