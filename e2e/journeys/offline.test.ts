import type { CDPSession, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Client, signIn } from '../product/client.ts';
import type { Person } from './browser.ts';
import { caseNow, childCalled } from './children.ts';
import { openProgram } from './open-program.ts';
import { axeFindings, sidewaysScroll } from './screen-scan.ts';

const program = openProgram();
const PIN = '482913';
/** 江口 はる is visited for the first time today. */
const visitId = 'first-h1';
let caseId = '';
let lead: Client;
/** The nurse of the station, on an old telephone. */
let nozomi: Person;
let network: CDPSession;

beforeAll(async () => {
  lead = await signIn(program.url, 'dsn@demo');
  caseId = (await childCalled(lead, '江口')).id;
  nozomi = await program.signIn('hvn@demo', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  network = await nozomi.context.newCDPSession(nozomi.page);
  await network.send('Emulation.setCPUThrottlingRate', { rate: 4 });
});

/** The network is really gone: the browser is cut off, and nobody is there any more either. */
async function cut(): Promise<void> {
  await nozomi.context.setOffline(true);
  await program.product.stop();
}

async function back(): Promise<void> {
  await program.restart();
  lead = await signIn(program.url, 'dsn@demo');
  await nozomi.context.setOffline(false);
}

/** `by`: the button that asks for the PIN, where the page is there already. */
async function openKept(page: Page, by?: string): Promise<void> {
  if (by) await page.getByRole('button', { name: by }).click();
  await page.locator('#device-pin').fill(PIN);
  await page.getByRole('button', { name: '開く', exact: true }).click();
}

/** Everything that IndexedDB, the session and the local storage hold, as text. */
const keptText = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const textOf = (value: unknown): string => {
      if (value instanceof ArrayBuffer) return new TextDecoder('utf-8').decode(value);
      if (ArrayBuffer.isView(value)) return textOf(value.buffer);
      if (value instanceof CryptoKey) return `key ${value.extractable}`;
      if (typeof value === 'object' && value !== null)
        return Object.entries(value)
          .map(([name, part]) => `${name}: ${textOf(part)}`)
          .join('\n');
      return String(value);
    };
    const texts = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((done, failed) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
      });
      for (const store of database.objectStoreNames) {
        const rows = await new Promise<unknown[]>(done => {
          const request = database.transaction(store).objectStore(store).getAll();
          request.onsuccess = () => done(request.result);
        });
        texts.push(`${store}: ${rows.map(textOf).join('\n')}`);
      }
      database.close();
    }
    for (const cache of await caches.keys())
      for (const { url } of await (await caches.open(cache)).keys()) texts.push(url);
    return texts.join('\n');
  });

const recorded = async () => {
  const { body } = await lead.get<{ events: { type: string; body: Record<string, unknown>; texts: object }[] }>(
    `/cases/${caseId}/events?after=0&limit=500`,
  );
  return body.events.filter(({ type, body: said }) => type === 'visit.recorded' && said.visitId === visitId);
};

describe('a visiting nurse on her telephone', () => {
  it('sees whom to visit today, and takes it along behind a PIN', async () => {
    const { page } = nozomi;
    await page.waitForURL(/\/today$/);
    const visit = page.locator(`[data-visit="${visitId}"]`);
    await visit.getByText('江口').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByLabel('暗証番号を決める').fill('123456');
    await page.getByLabel('もう一度').fill('123456');
    await page.getByRole('button', { name: 'この端末に保存をはじめる' }).click();
    await page.getByText('続き番号は、すぐに見つけられます').waitFor();
    await page.getByLabel('暗証番号を決める').fill(PIN);
    await page.getByLabel('もう一度').fill(PIN);
    await page.getByRole('button', { name: 'この端末に保存をはじめる' }).click();
    await page.getByText(/件分をこの端末に保存しました/).waitFor({ timeout: 30_000 });
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await expect
      .poll(() => page.evaluate(() => caches.keys()), { timeout: 30_000 })
      .toContainEqual(expect.stringMatching(/^program-[0-9a-f]+$/));
  });

  it('opens it again without a network and without a server: the PIN, the list, the card, and how old it is', async () => {
    await cut();
    const { page } = nozomi;
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'この端末に保存したもの' }).waitFor();
    expect(await page.locator('body').innerText()).not.toContain('江口');
    await page.locator('#device-pin').fill('999111');
    await page.getByRole('button', { name: '開く', exact: true }).click();
    await page.getByText('あと4回で、保存したものが消えます').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await openKept(page);
    const visit = page.locator(`[data-visit="${visitId}"]`);
    await visit.getByText('江口').waitFor();
    await page.getByText(/時点の表示です/).waitFor();
    await visit.getByRole('link', { name: '携行カード' }).click();
    await page.locator('a[href^="tel:"]').first().waitFor();
    await page.getByText(/時点・この端末に保存/).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
  });

  it('records a visit in seven steps there, and is told that it waits', async () => {
    const { page } = nozomi;
    await page.goto(`${program.url}/today`);
    await openKept(page);
    await page.locator(`[data-visit="${visitId}"]`).getByRole('link', { name: '記録をはじめる' }).click();
    await page.getByLabel('着いた時刻').fill('1330');
    const next = page.getByRole('button', { name: 'つぎへ' });
    await next.click();
    await page.getByRole('heading', { name: /2\/7/ }).waitFor();
    await page.getByRole('button', { name: /変わりなし/ }).click();
    await next.click();
    await page.getByLabel('SpO2').fill('９６');
    await page.getByLabel('確かめて、退院時と同じ').check();
    await next.click();
    await page.getByLabel('退院時と違う').check();
    await next.click();
    await next.click();
    await next.click();
    await page.getByRole('heading', { name: /7\/7/ }).waitFor();
    await page.getByLabel('栄養・胃瘻').check();
    await page.getByRole('button', { name: '記録を確定する' }).click();
    // What is missing is named, and the first such step is shown.
    await page.getByRole('heading', { name: /4\/7/ }).waitFor();
    await page.getByLabel('どこがどう違うか、その理由').fill('固定水の量が五ミリだった');
    await page.getByRole('button', { name: /^7 まとめ/ }).click();
    await page.getByLabel('まとめ(違い・困りごと)').fill('玄関で様子を見た');
    await page.getByLabel('何が足りなかったか').fill('固定水の量が書かれていない');
    expect(await axeFindings(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: '記録を確定する' }).click();
    await page.locator('[data-outgoing="waiting"]').waitFor();
    expect(await page.getByText('送信済み').count()).toBe(0);
  });

  it('has it still after the page was loaded anew, sealed', async () => {
    const { page } = nozomi;
    await page.reload();
    await page.getByText(/まだ送っていない1件もふくめて/).waitFor();
    const text = await keptText(page);
    for (const plain of ['江口', 'えぐち', 'はる', '玄関で様子', '固定水', 'spo2', '045-'])
      expect([plain, text.includes(plain)]).toEqual([plain, false]);
    expect(text).toContain('unsent:');
    await openKept(page);
    await page.locator('[data-outgoing="waiting"]').waitFor();
    await page.goto(`${program.url}/outbox`);
    await openKept(page);
    await page.locator('[data-outgoing="waiting"]').waitFor();
    await page.getByRole('button', { name: 'いま送る' }).click();
    await page.getByText(/最後に送ろうとしたのは/).waitFor();
    await page.locator('[data-outgoing="waiting"]').waitFor();
    expect(await page.locator('[data-outgoing="sent"]').count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
  });

  it('sees it sent once there is a network, and the hospital has it exactly once', async () => {
    const { page, errors } = nozomi;
    await back();
    await page.locator('[data-outgoing="sent"]').waitFor({ timeout: 60_000 });
    const found = await recorded();
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      body: { side: 'station', spo2: 96, arrivedAt: '13:30', differences: 1, missing: ['nutrition'] },
      texts: { findings: '玄関で様子を見た', missingNote: '固定水の量が書かれていない' },
    });
    expect(errors).toEqual([]);
  });
});

describe('the two nurses of a visit', () => {
  it('see both records, what is open and what the handoff lacked; a second record of one side needs review', async () => {
    const { page, errors } = nozomi;
    const dsn = await program.signIn('dsn@demo', { reducedMotion: 'reduce' });
    const address = `${program.url}/cases/${caseId}/visits/${visitId}`;
    // Somebody else of the station wrote without seeing the first record.
    const station = await signIn(program.url, 'hvn@demo');
    const { version } = await caseNow(lead, caseId);
    const blind = {
      type: 'visit.recorded',
      visitId,
      side: 'station',
      base: 0,
      differences: 0,
      findings: '別の端末の記録',
    };
    expect((await station.send(caseId, version, blind)).status).toBe(200);
    await page.goto(address);
    await page.getByRole('heading', { name: '確認が必要:記録が2つあります' }).waitFor();
    await page.getByText('玄関で様子を見た').first().waitFor();
    await page.getByText('別の端末の記録').first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
    await openKept(page, '暗証番号で開く');
    await page.getByRole('button', { name: /^1つ目/ }).click();
    await page.getByRole('button', { name: '自分の側の記録に署名する' }).click();
    await page.getByText('訪問看護: 署名済み').waitFor();

    await dsn.page.goto(address);
    await dsn.page.getByText('固定水の量が書かれていない').waitFor();
    await dsn.page.getByLabel('答え').fill('5mLです');
    await dsn.page.getByRole('button', { name: '受け手に答える' }).click();
    await dsn.page.getByRole('heading', { name: '引き継ぎに足りなかったこと' }).waitFor({ state: 'detached' });
    for (let step = 1; step < 7; step++) await dsn.page.getByRole('button', { name: 'つぎへ' }).click();
    await dsn.page.getByLabel('まとめ(違い・困りごと)').fill('病棟で確かめたとおり');
    await dsn.page.getByRole('button', { name: '記録を確定する' }).click();
    await dsn.page.getByText('病棟で確かめたとおり').waitFor();
    await dsn.page.getByText('記録が違う').first().waitFor();
    await dsn.page.getByRole('button', { name: '自分の側の記録に署名する' }).click();
    await dsn.page.getByText('病院: 署名済み').waitFor();
    await dsn.page.getByLabel('栄養・排泄・薬').check();
    await dsn.page.getByLabel('どう解決したか').fill('5mLにそろえた');
    await dsn.page.getByRole('button', { name: '解決したとする' }).click();
    await dsn.page.getByRole('heading', { name: /解決していません/ }).waitFor({ state: 'detached' });
    expect(await axeFindings(dsn.page)).toEqual([]);
    const { visits } = (await caseNow(lead, caseId)).facts.plan as { visits: object[] };
    expect(visits).toMatchObject([{ signedBy: ['station', 'hospital'], openDifferences: 0, missing: [] }]);
    expect([...errors, ...dsn.errors]).toEqual([]);
    await dsn.context.close();
  });
});

describe('a discharge nurse whose ward has no network', () => {
  it('has the board as last seen and the last entries of a case after a reload, and a task that is ticked waits', async () => {
    const { page, context, errors } = await program.signIn('dsn@demo');
    await page.goto(`${program.url}/settings`);
    await page.getByLabel('暗証番号を決める').fill(PIN);
    await page.getByLabel('もう一度').fill(PIN);
    await page.getByRole('button', { name: 'この端末に保存をはじめる' }).click();
    await page.getByText('保存しています。').waitFor();
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await page.goto(`${program.url}/cases/${caseId}`);
    await openKept(page, '暗証番号で開く');
    await page.locator('.timeline .entry').first().waitFor();
    for (const name of ['board', `cases/${caseId}\n`, `cases/${caseId}/events`, 'tasks'])
      await expect.poll(() => keptText(page), { timeout: 15_000 }).toContain(`answer:/${name}`);
    await context.setOffline(true);
    await program.product.stop();
    await page.goto(`${program.url}/board`);
    await openKept(page);
    await page.locator(`[data-case="${caseId}"]`).first().waitFor();
    await page.getByText(/時点の表示です/).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.goto(`${program.url}/cases/${caseId}`);
    await openKept(page);
    expect(await keptText(page)).toContain(`answer:/cases/${caseId}/events`);
    const entries = page.locator('.timeline .entry');
    await entries.first().waitFor();
    expect(await entries.count()).toBeLessThanOrEqual(50);
    await page.goto(`${program.url}/tasks`);
    await openKept(page);
    await page
      .getByRole('checkbox', { name: /^済みにする:/ })
      .first()
      .click();
    await page.locator('.task[data-settled="waiting"]').waitFor();
    await page.reload();
    await openKept(page);
    await page.locator('.task[data-settled="waiting"]').waitFor();
    await program.restart();
    await context.setOffline(false);
    await page.locator('.task[data-settled="ticked"]').waitFor({ timeout: 60_000 });
    expect(errors).toEqual([]);
    await context.close();
  });

  it('leaves nothing behind at a sign-out, nor for whoever signs in next', async () => {
    const { page, context } = await program.signIn('dsn@demo', { at: '/settings' });
    await page.getByLabel('暗証番号を決める').fill(PIN);
    await page.getByLabel('もう一度').fill(PIN);
    await page.getByRole('button', { name: 'この端末に保存をはじめる' }).click();
    await page.getByText('保存しています。').waitFor();
    await expect.poll(() => keptText(page), { timeout: 15_000 }).toContain('answer:/board');
    await page.goto(`${program.url}/board`);
    await page.locator('[data-case]').first().waitFor();
    await page.getByRole('button', { name: /松本/ }).click();
    await page.getByRole('button', { name: 'ログアウト' }).click();
    await page.waitForURL(/\/login/);
    await expect.poll(() => keptText(page)).not.toMatch(/answer:|lock: \S/);
    expect(await page.evaluate(() => localStorage.getItem('kaerimichi.device'))).toBeNull();
    await context.close();
  });
});
