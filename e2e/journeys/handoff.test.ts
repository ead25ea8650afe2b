import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, signIn } from '../product/client.ts';
import { type Product, startProduct } from '../product/product.ts';
import { openBrowser, type Person, picture, signInAs } from './browser.ts';
import { caseNow, childCalled } from './children.ts';
import { choose } from './forms.ts';
import { tabTo } from './keyboard.ts';
import { axeFindings, isDrawn, rawCodes, sidewaysScroll, smallTargets } from './screen-scan.ts';

let product: Product;
let browser: Browser;
let lead: Client;
let caseId = '';
let nurse: Person;
let nozomi: Person;
let aozora: Person;

beforeAll(async () => {
  product = await startProduct();
  browser = await openBrowser();
  lead = await signIn(product.url, 'dsn@demo');
  caseId = (await childCalled(lead, '石井')).id;
  for (const recipient of ['org-nozomi', 'org-aozora']) await consent(recipient);
  nurse = await signInAs(browser, product.url, 'dsn@demo', { reducedMotion: 'reduce' });
  nozomi = await signInAs(browser, product.url, 'hvn@demo', { viewport: { width: 390, height: 844 } });
  aozora = await signInAs(browser, product.url, 'hvn2@demo');
});
afterAll(async () => {
  await browser?.close();
  await product?.remove();
});

async function consent(recipient: string): Promise<void> {
  const { version, card } = await caseNow(lead, caseId);
  const sent = await lead.send(caseId, version, {
    type: 'consent.recorded',
    consentId: `c-${recipient}`,
    scope: 'recipient',
    recipient,
    categories: ['contacts', 'clinical', 'skills', 'plan'],
    purpose: 'care',
    from: tokyoToday(),
    givers: [{ relation: 'mother', authority: 'parental' }],
    method: 'paper',
  });
  expect([sent.status, card.id]).toEqual([200, caseId]);
}

const tokyoIn = (days: number) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(Date.now() + days * 86_400_000);
const tokyoToday = () => tokyoIn(0);

type ToDo = { readonly caseId: string; readonly kind: string };

const written = {
  contacts: '日中 支援室 045-000-0001。夜間 当直 045-000-0002。',
  contactsNight: '夜間・休日 当直 045-000-0002。',
  condition: '気管切開、在宅酸素。いつものSpO2は96%。',
  breathing: '吸引は1時間に1回ほど。',
  nutrition: '胃瘻。固定水は4mL。',
  medicines: '朝夕の2回。',
  emergencies: 'チューブが抜けたら119番。',
  schemes: 'canary 小児慢性の申請済み。',
};

async function send(page: Page): Promise<void> {
  await page.getByRole('button', { name: '送る', exact: true }).click();
  await page.getByRole('button', { name: '確かめた:送る' }).click();
}

/** The head nurse writes a new version of the handoff that is open in a composer, and says another thing of the breathing. */
async function composeAsColleague(page: Page): Promise<void> {
  const handoffId = new URL(page.url()).pathname.split('/')[4] ?? '';
  const head = await signIn(product.url, 'head@demo');
  const { version } = await caseNow(head, caseId);
  const body = { ...written, type: 'handoff.composed', handoffId, breathing: '吸引は3時間に1回ほど。' };
  expect((await head.send(caseId, version, body)).status).toBe(200);
}

const section = (page: Page, name: string) =>
  page.locator('section.panel', { has: page.getByRole('heading', { name, exact: false, level: 2 }) });

/** Opens the newest handoff of the box, as a person does. */
async function openFromBox(page: Page): Promise<void> {
  await page.goto(`${product.url}/handoffs?box=in`);
  await page.locator('.handoff-table').waitFor();
  await page.locator(`.handoff-table a[href^="/cases/${caseId}/handoffs/"]`).first().click();
  await page.getByRole('heading', { level: 2, name: '1 連絡先' }).waitFor();
}

describe('a handoff to two stations at once', () => {
  it('is composed section by section from what is recorded, and sent to both', async () => {
    const { page } = nurse;
    await page.goto(`${product.url}/cases/${caseId}/handoffs`);
    await page.getByRole('link', { name: '引き継ぎを書く' }).click();
    for (const org of ['のぞみ訪問看護ステーション', 'あおぞら']) await page.getByLabel(new RegExp(`^${org}`)).check();
    // What the case knows stands there already, with where it comes from.
    await page
      .getByText(/^出典:.*手技/)
      .first()
      .waitFor();
    for (const [id, text] of Object.entries(written)) await page.locator(`#compose-${id}`).fill(text);
    await page.getByText('には見えません(同意の範囲外)').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    // What is not needed may stay away; the child has a ventilator, so that its devices may not.
    await page.getByLabel('「7 家族・手技」も送る').uncheck();
    expect(await page.getByLabel('「4 機器」も送る').count()).toBe(0);
    await page.getByRole('button', { name: '受け手の見え方を確かめる' }).click();
    const preview = page.getByRole('dialog');
    const seen = (name: string) => preview.locator('section', { has: page.getByRole('heading', { name }) });
    await seen('9 制度・同意').getByText('この項目は共有されていません').waitFor();
    await seen('7 家族・手技').getByText('記載がありません。').waitFor();
    await seen('5 栄養・胃瘻').getByText(written.nutrition).waitFor();
    expect(await preview.innerText()).not.toContain('canary');
    expect(await axeFindings(page)).toEqual([]);
    await preview.getByRole('button', { name: '閉じる' }).click();
    await picture(page, 'handoff-compose');
    await page.getByRole('button', { name: '送る', exact: true }).click();
    // What goes out cannot be unsaid: it is asked about once.
    await page.getByRole('alert').getByText('引き継ぎが相手先に届きます').waitFor();
    await page.getByRole('button', { name: '確かめた:送る' }).click();
    await page.locator('.handoff-table').waitFor();
    await expect.poll(() => page.locator('.handoff-table tbody tr').count()).toBe(2);
    expect(await page.getByText('送信済み(未開封)').count()).toBe(2);
  });

  it('is declined by one in neutral words, which the sender reads without asking', async () => {
    const { page } = aozora;
    await openFromBox(page);
    expect(await page.getByText('canary').count()).toBe(0);
    await section(page, '制度・同意').getByText('この項目は共有されていません').waitFor();
    await page.getByRole('button', { name: '辞退する' }).click();
    await page.getByText('今回は受け入れがむずかしい理由を選んでください').waitFor();
    await page.locator('input[value="noCapacity"]').check();
    await page.getByRole('button', { name: '辞退する' }).click();
    await page.getByRole('button', { name: '確かめた:辞退する' }).click();
    await nurse.page.locator('.handoff-table', { hasText: '辞退' }).waitFor();
    // Whoever declined sees the child no longer.
    await expect.poll(async () => (await page.locator('h1').first().innerText()).includes('見つかりません')).toBe(true);
  });

  it('is not there for a stranger', async () => {
    const at = new URL(nozomi.page.url()).origin;
    const stranger = await signInAs(browser, product.url, 'school@demo');
    const hid = (
      (await lead.get<{ handoffs: { id: string }[] }>(`/cases/${caseId}/handoffs`)).body.handoffs[0] ?? { id: '' }
    ).id;
    const asked = await stranger.page.request.get(`${at}/api/v1/cases/${caseId}/handoffs`);
    expect(asked.status()).toBe(404);
    await stranger.page.goto(`${product.url}/cases/${caseId}/handoffs/${hid}`);
    await expect
      .poll(async () => (await stranger.page.locator('h1').first().innerText()).includes('見つかりません'))
      .toBe(true);
    await stranger.context.close();
  });

  it('is asked about by the other on a telephone, who is told why it cannot be accepted yet', async () => {
    const { page } = nozomi;
    await openFromBox(page);
    await isDrawn(page);
    expect(await axeFindings(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
    expect(await smallTargets(page, 44)).toEqual([]);
    expect(await rawCodes(page)).toEqual([]);
    for (const name of ['連絡先', 'いまの状態', '呼吸・吸引', '薬', '緊急時'])
      await page.getByRole('button', { name: `確認した:${name}` }).click();
    await page.getByRole('button', { name: '質問する:栄養・胃瘻' }).click();
    await page.getByLabel('質問(栄養・胃瘻)').fill('固定水は4mLでよいですか。');
    await page.getByRole('button', { name: '質問を送る' }).click();
    await section(page, '栄養・胃瘻').getByText('回答待ち').waitFor();
    expect(await page.getByRole('button', { name: '確認した:栄養・胃瘻' }).count()).toBe(0);
    await page.getByRole('button', { name: '受け入れる', exact: true }).click();
    // Whoever takes over says when it comes first.
    await page.getByText('初回訪問の日を入れると押せます。').waitFor();
    await page.getByLabel(/^初回訪問の日/).fill(tokyoIn(2));
    await page.getByRole('button', { name: '受け入れる', exact: true }).click();
    await page.getByText('回答を待っている質問があります:栄養・胃瘻。').waitFor();
    await picture(page, 'handoff-read');
  });

  it('is answered in place by the keyboard alone, and a new version asks anew for the section that changed alone', async () => {
    const { page } = nurse;
    await tabTo(page, page.locator('.handoff-table a', { hasText: 'のぞみ' }));
    await page.keyboard.press('Enter');
    // The case itself comes late, so that the version the composer knows is older than the answer.
    const late = (url: URL) => url.pathname.endsWith(`/cases/${caseId}`);
    await page.route(late, async route => {
      await new Promise(done => setTimeout(done, 4000));
      await route.continue().catch(() => undefined); // What was given up meanwhile.
    });
    await tabTo(page, section(page, '栄養・胃瘻').getByLabel('回答を書く'));
    await page.keyboard.type('5mLです。書き直しました。');
    await tabTo(page, page.getByRole('button', { name: '回答する' }));
    await page.keyboard.press('Enter');
    // Until it has arrived, a new version would be written on what was there before it.
    await section(page, '栄養・胃瘻').getByText('5mLです。書き直しました。').waitFor();
    await section(page, '栄養・胃瘻').getByRole('link', { name: '引き継ぎを改める' }).click();
    await page.locator('#compose-breathing').fill('吸引は2時間に1回ほど。');
    await composeAsColleague(page);
    await send(page);
    // What the colleague wrote is not written over unseen; who has been told may send again.
    await page.getByText('入力した内容はこのまま残っています。').waitFor();
    await send(page);
    const other = nozomi.page;
    await section(other, '呼吸・吸引').getByText('第2版で変わったところ').waitFor();
    await section(other, '栄養・胃瘻').getByText('5mLです。書き直しました。').waitFor();
    await section(other, '呼吸・吸引').getByText('未確認').waitFor();
    await section(other, '薬').getByText('確認済み').waitFor();
    await other.getByRole('button', { name: '受け入れる', exact: true }).click();
    // The button that opens the form has the name of the one that sends it.
    await other.getByLabel(/^初回訪問の日/).waitFor();
    await other.getByRole('button', { name: '受け入れる', exact: true }).click();
    await other.getByText('まだ確認していない項目があります:呼吸・吸引。').waitFor();
  });

  it('is said back in own words, and what is not sure reaches the sender, who talks it over', async () => {
    const { page } = nozomi;
    await page.getByRole('button', { name: '確認した:呼吸・吸引' }).click();
    await section(page, '呼吸・吸引').getByText('確認済み').waitFor();
    const questions = page.locator('.handoff-said-back > li');
    const n = await questions.count();
    expect(n).toBeGreaterThanOrEqual(3);
    expect(n).toBeLessThanOrEqual(6);
    for (let at = 0; at < n; at++) {
      const one = questions.nth(at);
      await one
        .getByLabel(/^どうするか/)
        .fill(at === 0 ? '予備の場所がわからない。' : 'まず吸引して、病院に電話する。');
      await one.getByLabel(at === 0 ? '自信がない・わからない' : '自信がある', { exact: true }).check();
      await one.getByRole('button', { name: '答える', exact: true }).click();
      await page.getByText(`${n}問のうち${at + 1}問に答えた`).waitFor();
    }
    expect(await axeFindings(page)).toEqual([]);
    expect(await smallTargets(page, 44)).toEqual([]);
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
    const there = nurse.page.locator('.handoff-said-back > li').first();
    await there.getByText('予備の場所がわからない。').waitFor();
    expect(await axeFindings(nurse.page)).toEqual([]);
    await there.getByLabel(/^話したこと/).fill('電話で、玄関の棚と伝えた。');
    await there.getByRole('button', { name: /^話して確かめた/ }).click();
    await questions.first().getByText('話したこと:電話で、玄関の棚と伝えた。').waitFor();
    await picture(page, 'handoff-said-back');
  });

  it('is accepted once that is confirmed, and both ends read the same course', async () => {
    const { page } = nozomi;
    await page.getByLabel(/^初回訪問の日/).fill(tokyoIn(3));
    await page.getByRole('button', { name: '受け入れる', exact: true }).click();
    for (const one of [page, nurse.page])
      await one.locator('.handoff-clock li', { hasText: '受け入れ' }).first().waitFor();
    const courseOf = (one: Page) => one.locator('.handoff-clock li').allInnerTexts();
    expect(await courseOf(page)).toEqual(await courseOf(nurse.page));
    for (const { errors } of [nurse, nozomi, aozora]) expect(errors).toEqual([]);
    const { body } = await (await signIn(product.url, 'hvn@demo')).get<{ tasks: ToDo[] }>('/tasks');
    const visit = body.tasks.find(task => task.caseId === caseId && task.kind === 'deadline');
    expect(visit).toMatchObject({ what: { ja: '訪問して記録する' }, dueOn: tokyoIn(3) });
  });
});

describe('a handoff that is being written', () => {
  const compose = () => `${product.url}/cases/${caseId}/handoffs/new`;
  const kept = (page: Page) =>
    page.evaluate(() => Object.keys(sessionStorage).filter(key => key.startsWith('kaerimichi.draft.')).length);

  it('goes to nobody twice when it is refused for another, also after a reload', async () => {
    const { page } = nurse;
    const before = (await sentHandoffs()).length;
    await page.goto(compose());
    await page.getByLabel(/^あおぞら/).check();
    await choose(page.getByLabel('ほかの組織を加える'), { index: 1 });
    for (const [id, text] of Object.entries(written)) await page.locator(`#compose-${id}`).fill(text);
    const press = async () => {
      await send(page);
      await page.getByText('相手先への情報共有の同意がまだありません。').waitFor();
    };
    await press();
    await page.getByText('には送りました').waitFor();
    await page.goto(compose());
    await page.getByText('には送りました').waitFor();
    await press();
    expect((await sentHandoffs()).length).toBe(before + 1);
  });

  it('is not kept in the browser after its person has signed out', async () => {
    const { page } = nurse;
    await page.goto(compose());
    await page.locator('#compose-condition').fill('書きかけ');
    await expect.poll(() => kept(page)).toBeGreaterThan(0);
    await page.locator('#compose-condition').fill('書きかけの続き');
    await signOut(page);
    expect(await kept(page)).toBe(0);
  });
});

async function sentHandoffs(): Promise<object[]> {
  const { body } = await lead.get<{ handoffs: { clock: { step: string }[] }[] }>(`/cases/${caseId}/handoffs`);
  return body.handoffs.flatMap(({ clock }) => clock.filter(({ step }) => step === 'handoff.sent'));
}

async function signOut(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /さんのメニュー/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'ログアウト' }).click();
  await page.waitForURL(url => url.pathname === '/login');
}
