import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, signIn } from '../product/client.ts';
import { type Product, startProduct } from '../product/product.ts';
import { openBrowser, type Person, signInAs } from './browser.ts';
import { choose, compose } from './forms.ts';
import { axeFindings, isDrawn, rawCodes, sidewaysScroll } from './screen-scan.ts';

let product: Product;
let browser: Browser;
let station: Person;
let nurse: Person;

beforeAll(async () => {
  product = await startProduct();
  browser = await openBrowser();
  station = await signInAs(browser, product.url, 'hvn@demo', { viewport: { width: 390, height: 844 } });
  nurse = await signInAs(browser, product.url, 'dsn@demo', { reducedMotion: 'reduce' });
});
afterAll(async () => {
  await browser?.close();
  await product?.remove();
});

const isWell = async (page: Page) => {
  await isDrawn(page);
  expect([await axeFindings(page), await rawCodes(page), await sidewaysScroll(page)]).toEqual([[], [], 0]);
};

describe('a referral', () => {
  it('is sent by a station, accepted by the hospital with what was told, and stands on its board', async () => {
    const { page } = station;
    await page.goto(`${product.url}/referrals`);
    await page.getByRole('link', { name: '依頼を送る' }).click();
    await page.getByRole('button', { name: '依頼を送る' }).click();
    await page.getByRole('alert').getByText('「ご家族の同意」を入れてください。').waitFor();
    await choose(page.getByLabel('依頼先の組織'), { label: (await ownOrg('dsn@demo')).name });
    await page.getByLabel(/お名前などを伝えることに同意がある/).check();
    // Whose agreement it is goes along, and nothing of the child is chosen beforehand.
    expect(await page.locator('input[name="field-sex"]:checked').count()).toBe(0);
    await page.getByRole('button', { name: '依頼を送る' }).click();
    await page.getByRole('alert').getByText('「同意した方」を入れてください。').waitFor();
    await page.locator('#field-agreedBy').fill('早見 あき(母)');
    const [name, kana] = [page.locator('#field-familyName'), page.locator('#field-familyKana')];
    // The reading comes from the input method, until somebody types it; any kana becomes hiragana.
    await compose(name, ['は', 'はy', 'はや', 'はやm', 'はやみ', '早見']);
    expect([await name.inputValue(), await kana.inputValue()]).toEqual(['早見', 'はやみ']);
    await kana.fill('ﾊﾔﾐｽﾞ');
    await compose(name, ['の', '野']);
    expect([await name.inputValue(), await kana.inputValue()]).toEqual(['早見野', 'はやみず']);
    await name.fill('早見');
    await kana.fill('ハヤミ');
    await page.getByLabel('お住まいの市区町村').fill('ふじさわ');
    await page.keyboard.press('Enter');
    await page.getByLabel('依頼元の電話番号').fill('０４６６−００ー０００１');
    await page.locator('#field-bornOn').fill('2026/3/1');
    await page.locator('input[name="field-origin"][value="home"]').check();
    await page.locator('#field-reason').fill('在宅での吸引が増え、支援をお願いします');
    await page.getByText(/^下書き保存 \d\d:\d\d$/).waitFor();
    await page.reload();
    await page.getByText('前に書きかけた内容が入っています。').waitFor();
    expect([await name.inputValue(), await kana.inputValue()]).toEqual(['早見', 'はやみ']);
    expect(await page.getByLabel('お住まいの市区町村').inputValue()).toBe('藤沢市');
    expect(await page.getByLabel('依頼元の電話番号').inputValue()).toBe('0466-00-0001');
    await isWell(page);
    // Enter in a line sends nothing; Ctrl and Enter send from wherever one is.
    const posted: string[] = [];
    page.on('request', asked => asked.method() === 'POST' && posted.push(new URL(asked.url()).pathname));
    for (const line of [name, kana]) await line.press('Enter');
    await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));
    expect(posted).toEqual([]);
    await name.press('Control+Enter');
    await page.getByText('返事待ち').first().waitFor();
    const drafts = async (who: string) => (await (await signIn(product.url, who)).get<object>('/drafts')).body;
    await expect.poll(() => drafts('hvn@demo')).toEqual({ drafts: [] });

    const told = nurse.page;
    await told.goto(`${product.url}/tasks`);
    await told.getByRole('link', { name: /返事を待っている依頼が1件/ }).click();
    await told.getByRole('link', { name: '早見' }).click();
    await told.getByText('在宅での吸引が増え').waitFor();
    await told.getByText('早見 あき(母)').waitFor();
    await told.getByText('藤沢市', { exact: true }).waitFor();
    const call = told.getByRole('link', { name: '0466-00-0001' });
    expect(await call.getAttribute('href')).toBe('tel:0466000001');
    await isWell(told);
    await told.getByRole('link', { name: '引き受けて、ケースを登録する' }).click();
    await told.getByText(/からの依頼を引き受けます/).waitFor();
    expect(await told.locator('#field-familyName').inputValue()).toBe('早見');
    // What is half registered is gone on with from マイタスク, and nobody else is told of it.
    await told.locator('#field-hospitalNumber').fill('H-0091');
    await told.getByText(/^下書き保存 \d\d:\d\d$/).waitFor();
    expect(await drafts('head@demo')).toEqual({ drafts: [] });
    await told.goto(`${product.url}/tasks`);
    await told.locator('a.task-link', { hasText: 'ケースを登録する' }).click();
    await told.getByText('前に書きかけた内容が入っています。').waitFor();
    expect(await told.locator('#field-hospitalNumber').inputValue()).toBe('H-0091');
    expect(await told.locator('#field-municipality').inputValue()).toBe('藤沢市');
    await told.getByRole('button', { name: '登録する' }).click();
    await told.waitForURL(/\/cases\/[\w-]{20,}/);
    await told.getByRole('heading', { level: 1, name: /早見\(名前未定\)/ }).waitFor();
    const id = told.url().split('/').at(-1) ?? '';
    await told.goto(`${product.url}/board`);
    await told.locator(`#card-${id}`).waitFor();

    await page.reload();
    await page.getByText('引き受け', { exact: true }).waitFor();
    await page.goto(`${product.url}/cases/${id}`);
    await page.getByText(/見つからないか、閲覧の許可がありません/).waitFor();
  });
});

describe('a referral of a child that is known already', () => {
  it('is added to the case that the receiver leads; its sender reads the same answer', async () => {
    const known = await registered('千早');
    const sender = await signIn(product.url, 'hvn@demo');
    const { id: to } = await ownOrg('dsn@demo');
    const child = {
      consent: 'agreed',
      agreedBy: '千早 あき(母)',
      familyName: '千早',
      bornOn: '2026-04-01',
      origin: 'home',
      reason: '吸引の相談',
    };
    const { body } = await sender.post<{ id: string }>('/referrals', { to, ...child }, keyed());
    const { page } = nurse;
    await page.goto(`${product.url}/referrals/${body.id}`);
    await page.getByRole('link', { name: '引き受けて、ケースを登録する' }).click();
    await page.getByText('このお子さんかもしれないケースがあります', { exact: false }).waitFor();
    await isWell(page);
    await page.getByRole('button', { name: `このケースに加える ${known.no}` }).click();
    await page.waitForURL(`${product.url}/cases/${known.id}`);
    await page.goto(`${product.url}/referrals/${body.id}`);
    await page.getByRole('link', { name: `ケース ${known.no} を開く` }).waitFor();
    const seen = await sender.get<object>(`/referrals/${body.id}`);
    expect(seen.body).toMatchObject({ state: 'accepted', case: null });

    // One that is declined tells the receiver of no child from then on.
    const other = await sender.post<{ id: string }>('/referrals', { to, ...child, familyName: '千種' }, keyed());
    await page.goto(`${product.url}/referrals/${other.body.id}`);
    await page.getByText('千種').waitFor();
    await page.getByRole('button', { name: '見送る' }).click();
    await page.locator('input[type="radio"][value="noCapacity"]').check();
    await page.getByRole('button', { name: '見送る' }).click();
    await page.getByText('お返事は「見送り」でした', { exact: false }).waitFor();
    expect(await page.getByText('千種').count()).toBe(0);
    await isWell(page);
    await page.goto(`${product.url}/referrals?box=in`);
    await page.locator(`[data-referral="${other.body.id}"]`).getByText('お名前は、もう表示されません').waitFor();
  });
});

describe('two cases of one child', () => {
  it('become one: proposed by number by one of the hospital that leads both, confirmed by another', async () => {
    const [one, two] = [await registered('佐久間'), await registered('佐久間')];
    const { page } = await signInAs(browser, product.url, 'head@demo');
    await page.goto(`${product.url}/merges`);
    await page.getByLabel('続けるケースの番号').fill(one.no);
    await page.getByLabel('終了するケースの番号').fill(two.no);
    await page.getByLabel('理由・確かめたこと').fill('母子手帳の番号が同じ');
    await isWell(page);
    await page.getByRole('button', { name: 'まとめることを提案する' }).click();
    const sure = page.getByRole('dialog', { name: '番号を確かめてください' });
    await sure.getByText(one.no).waitFor();
    await sure.getByText(two.no).waitFor();
    await isWell(page);
    await sure.getByRole('button', { name: '番号を確かめたので、提案する' }).click();
    await page.getByText('もう一人の確認が必要です', { exact: false }).waitFor();
    await isWell(page);
    expect(await page.getByRole('button', { name: '確かめて、1つにまとめる' }).count()).toBe(0);

    const told = nurse.page;
    await told.goto(`${product.url}/merges`);
    await told.getByRole('link', { name: new RegExp(`${one.no}.*${two.no}|${two.no}.*${one.no}`) }).click();
    await told.getByRole('button', { name: '確かめて、1つにまとめる' }).click();
    await told.getByLabel('理由・確かめたこと').fill('家族に確かめた');
    await told.getByRole('button', { name: '確かめて、1つにまとめる' }).click();
    await told.getByText('まとめた', { exact: true }).waitFor();
    await told.goto(`${product.url}/cases/${two.id}`);
    await told.getByRole('link', { name: new RegExp(`${one.no} にまとめました`) }).click();
    await told.getByText('同じお子さんの別のケースを引き取った').first().waitFor();

    // Parted again, the two are proposed anew, with what was decided before.
    await told.goto(`${product.url}/merges?box=decided`);
    await told.getByRole('columnheader', { name: '決まった日時' }).waitFor();
    expect(await told.getByLabel('続けるケースの番号').count()).toBe(0);
    await isWell(told);
    await told.getByRole('link', { name: new RegExp(`${one.no}.*${two.no}|${two.no}.*${one.no}`) }).click();
    await told.getByText('確かめて1つにまとめました', { exact: false }).waitFor();
    expect(await told.getByRole('button', { name: '改めて、まとめることを提案する' }).count()).toBe(0);
    const api = await signIn(product.url, 'dsn@demo');
    const reopened = { type: 'case.reopened', to: 'screening', reason: '別のお子さんだった' };
    const headers = { ...keyed(), 'if-match': '"2"' };
    expect((await api.post(`/cases/${two.id}/events`, reopened, headers)).status).toBe(200);
    await told.reload();
    await told.getByRole('button', { name: '改めて、まとめることを提案する' }).click();
    await told.getByLabel(new RegExp(one.no)).check();
    await told.getByLabel('理由・確かめたこと').fill('やはり同じお子さんだった');
    await isWell(told);
    await told.getByRole('button', { name: '改めて、まとめることを提案する' }).click();
    await told.getByRole('heading', { name: '前に決まったこと' }).waitFor();
    await told.getByText('まとめる提案中', { exact: true }).waitFor();
    await isWell(told);
  });
});

const keyed = () => ({ 'idempotency-key': crypto.randomUUID() });

async function ownOrg(who: string): Promise<{ id: string; name: string }> {
  const api = await signIn(product.url, who);
  return (await api.get<{ membership: { org: { id: string; name: string } } }>('/me')).body.membership.org;
}

async function registered(familyName: string): Promise<{ id: string; no: string }> {
  const api: Client = await signIn(product.url, 'dsn@demo');
  const { id: lead } = await ownOrg('dsn@demo');
  const child = { lead, familyName, bornOn: '2026-04-01', reason: 'x', origin: 'ward' };
  const made = await api.post<{ id: string; no: string }>('/cases', child, keyed());
  expect(made.status).toBe(201);
  return made.body;
}
