import type { HistoryEvent, Pathway } from '@kaerimichi/contracts';
import { describe, expect, it } from 'vitest';
import { type Client, signIn } from '../product/client.ts';
import { caseNow, childCalled } from './children.ts';
import { fill } from './forms.ts';
import { openProgram } from './open-program.ts';
import { axeFindings } from './screen-scan.ts';

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
      const { page, context } = await program.signIn(identifier, { at: `/cases/${id}` });
      await page.locator('.timeline .entry').first().waitFor();
      const more = page.getByRole('button', { name: 'もっと見る' });
      // It goes away once the last page is there.
      while ((await more.count()) > 0) await more.click({ timeout: 3_000 }).catch(() => undefined);
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

  it('of a move is only proposed by the first person, and says that a second one is wanted', async () => {
    const api = await signIn(program.url, 'dsn@demo');
    const { id } = await childCalled(api, '上野');
    const moves = (await api.get<Pathway>('/pathway')).body.events.filter(({ kind }) => kind === 'move');
    const isMove = ({ type }: HistoryEvent) => moves.some(move => move.type === type);
    const move = (await historyOf(api, id)).findLast(entry => entry.correctable && isMove(entry))?.seq ?? 0;
    const correct = async (identifier: string) => {
      const { page, context } = await program.signIn(identifier, { at: `/cases/${id}` });
      await page.locator(`.entry-correct[href$="seq=${move}"]`).click();
      await fill(page, { reason: '誤って進めた' });
      await page.locator('main form button[type="submit"]').click();
      // The address changes before the form has gone, and beside it stand the same entries.
      await page.waitForURL(`${program.url}/cases/${id}`);
      await page.locator('#field-reason').waitFor({ state: 'detached' });
      return { page, context };
    };
    const first = await correct('dsn@demo');
    const proposed = first.page.locator('.entry', { hasText: '訂正の確認待ち' });
    await proposed.getByText('もう1人が同じ訂正をするまで').waitFor();
    await first.page.locator(`.entry-correct[href$="seq=${move}"]`).waitFor({ state: 'detached' });
    const second = await correct('head@demo');
    await proposed.waitFor({ state: 'detached' });
    expect((await historyOf(api, id)).find(({ seq }) => seq === move)).toMatchObject({
      corrected: true,
      proposed: null,
    });
    for (const { context } of [first, second]) await context.close();
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

it('a form asks a number with its unit, in either width, beside what it was before', async () => {
  const { id } = await childCalled(await signIn(program.url, 'dsn@demo'), '上野');
  const { page, context, errors } = await program.signIn('dsn@demo', { reducedMotion: 'reduce' });
  const form = `${program.url}/cases/${id}/record/weight.recorded`;
  await page.goto(form);
  await page.getByLabel('体重(g)').fill('７．８５ｋｇ');
  await page.locator('main form button[type="submit"]').click();
  await page.waitForURL(`${program.url}/cases/${id}`);
  await page.goto(form);
  await page.getByText(/^前回 7850g/).waitFor();
  await page.getByLabel('体重(g)').fill('785');
  await page.getByText('前回の値と大きく違います').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  expect(errors).toEqual([]);
  await context.close();
});
