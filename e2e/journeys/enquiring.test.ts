import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, signIn } from '../product/client.ts';
import { type Product, startProduct } from '../product/product.ts';
import { openBrowser, picture, signInAs } from './browser.ts';
import { choose } from './forms.ts';
import { axeFindings, rawCodes, sidewaysScroll, smallTargets, visit } from './screen-scan.ts';

let product: Product;
let browser: Browser;
let nurse: Client;
let caseId = '';
let no = '';

const name = /試乃|たまき|しの/;
const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
const sendTo = async (id: string, event: Record<string, unknown>) => {
  const { body } = await nurse.get<{ version: number }>(`/cases/${id}`);
  const answer = await nurse.send(id, body.version, event);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
};
const send = (event: Record<string, unknown>) => sendTo(caseId, event);
const sharing = (recipient: string, categories: readonly string[]) => ({
  ...{ type: 'consent.recorded', consentId: `c-${recipient}`, scope: 'recipient', recipient, categories },
  ...{ purpose: 'care', from: day(0), until: day(300), method: 'paper' },
  givers: [{ relation: 'mother', authority: 'parental' }],
});

/** A child made a case from a hospital's file, whom nobody but the lead may see as the file tells it. */
async function importedChild(): Promise<string> {
  const patient = { reference: 'Patient/invented' };
  const resources = [
    {
      ...{
        resourceType: 'Patient',
        id: 'invented',
        identifier: [{ type: { coding: [{ code: 'MR' }] }, value: 'T-77' }],
      },
      name: [{ family: '試原', given: ['ひなた'] }],
      communication: [{ language: { coding: [{ code: 'pt-BR' }], text: 'Portuguese' } }],
      contact: [{ name: { text: 'ファイルの母' } }],
    },
    { resourceType: 'AllergyIntolerance', patient, code: { text: 'ファイルのそば' } },
  ];
  const bundle = { resourceType: 'Bundle', type: 'collection', entry: resources.map(resource => ({ resource })) };
  expect((await nurse.post('/imports/fhir', bundle)).status).toBe(200);
  const { drafts } = (await nurse.get<{ drafts: { id: string; hospitalNumber: string }[] }>('/imports/drafts')).body;
  const draft = drafts.find(({ hospitalNumber }) => hospitalNumber === 'T-77')?.id;
  const registration = { lead: 'org-kodomo', bornOn: '2019-01-02', reason: '自宅へ帰るため', origin: 'ward', draft };
  const { id } = (await nurse.post<{ id: string }>('/cases', registration)).body;
  await sendTo(id, { type: 'contacts.recorded', when: 'day', contact: '病棟直通 000-1234-5678' });
  return id;
}

beforeAll(async () => {
  product = await startProduct();
  browser = await openBrowser();
  nurse = await signIn(product.url, 'dsn@demo');
  const made = await nurse.post<{ id: string; no: string }>('/cases', {
    ...{ lead: 'org-kodomo', familyName: '試乃', givenName: 'たまき', familyKana: 'しの', givenKana: 'たまき' },
    ...{ municipality: '142051', bornOn: '2018-03-07', needs: ['ventilator', 'tracheostomy', 'suction'] },
    ...{ reason: '呼吸器をつけて自宅へ帰るため', origin: 'ward' },
  });
  ({ id: caseId, no } = made.body);
  for (const [candidateId, organisation] of [
    ['t-nozomi', 'org-nozomi'],
    ['t-aozora', 'org-aozora'],
    ['t-hidamari', 'org-hidamari'],
  ])
    await send({
      ...{ type: 'candidate.asked', candidateId, organisation, replyBy: day(5) },
      function: organisation === 'org-hidamari' ? 'homePhysician' : 'visitingNurse',
    });
  const said = { type: 'candidate.answered', candidateId: 't-aozora', answer: 'accepted', note: '平日の日中のみ' };
  await send(said);
});
afterAll(async () => {
  await browser?.close();
  await product?.remove();
});

/** What is wrong with a screen as it stands: axe in both themes, codes, width and targets at each width. */
async function faultsOf(page: Page, where: string): Promise<string[]> {
  const faults: string[] = [];
  for (const width of [1366, 390, 320]) {
    await page.setViewportSize({ width, height: 1500 });
    const over = await sidewaysScroll(page);
    faults.push(...(over > 0 ? [`${where} ${width}: ${over} px`] : []));
    faults.push(...(await smallTargets(page, width < 600 ? 44 : 24)).map(target => `${where} ${width}: ${target}`));
    await picture(page, `${where}-${width}`);
  }
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    faults.push(...(await axeFindings(page)).map(finding => `${where} ${colorScheme}: ${finding}`));
  }
  faults.push(...(await rawCodes(page)).map(code => `${where}: code “${code}”`));
  await page.setViewportSize({ width: 1366, height: 768 });
  return faults;
}

describe('the lead', () => {
  it('has everybody it asked side by side, with what they answered', async () => {
    const { page, context, errors } = await signInAs(browser, product.url, 'dsn@demo', { reducedMotion: 'reduce' });
    await visit(page, `/cases/${caseId}/team`);
    const station = page.getByRole('table', { name: '訪問看護師の候補' });
    await station.getByRole('row', { name: /あおぞら.*決定.*平日の日中のみ/ }).waitFor();
    await station.getByRole('row', { name: /のぞみ.*返事待ち.*待った日数 0日/ }).waitFor();
    expect(await faultsOf(page, 'team')).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    await visit(page, `/cases/${caseId}/sharing`);
    const inSight = async () => {
      const tab = await page.getByRole('link', { name: '同意と共有' }).boundingBox();
      return tab !== null && tab.x >= 0 && tab.x + tab.width <= 320;
    };
    await expect.poll(inSight, { message: 'the open tab is in sight', timeout: 5000 }).toBe(true);
    expect(errors).toEqual([]);
    await context.close();
  });

  it('sees who may see what, and how the case looks to somebody who is asked', async () => {
    const { page, context, errors } = await signInAs(browser, product.url, 'dsn@demo', { reducedMotion: 'reduce' });
    await visit(page, `/cases/${caseId}/sharing`);
    await page.getByText('まだだれにも共有していません').waitFor();
    const without = page.getByRole('link', { name: /^同意を記録する:のぞみ/ });
    expect(await without.getAttribute('href')).toContain('recipient=org-nozomi');
    await choose(page.getByRole('combobox', { name: '相手の組織' }), { value: 'org-nozomi' });
    await page.getByRole('button', { name: '見え方を確かめる' }).click();
    const preview = page.getByRole('region', { name: /のぞみ.*訪問看護師には/ });
    for (const text of ['8歳', '藤沢市', '呼吸器']) await preview.getByText(text).first().waitFor();
    expect(await preview.textContent()).not.toMatch(name);
    await picture(page, 'sharing-preview');
    await send(sharing('org-aozora', ['contacts', 'clinical']));
    const row = page.getByRole('table', { name: /相手先ごと/ }).getByRole('row', { name: /あおぞら/ });
    await row.getByText('有効').waitFor();
    expect(await row.getByText('見られる', { exact: true }).count()).toBe(2);
    expect(await faultsOf(page, 'sharing')).toEqual([]);
    await row.getByRole('link', { name: /^同意を取り消す/ }).click();
    await page.getByRole('heading', { name: '同意を取り消す' }).waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });
});

describe('the lead of a child from a file', () => {
  it('is shown nothing of file and telephone numbers as if a partner saw it, although it has them itself', async () => {
    const id = await importedChild();
    const asked = (organisation: string) =>
      sendTo(id, {
        type: 'candidate.asked',
        candidateId: `t-${organisation}`,
        organisation,
        function: 'visitingNurse',
      });
    await asked('org-nozomi');
    await asked('org-aozora');
    await sendTo(id, sharing('org-nozomi', ['plan']));
    await sendTo(id, sharing('org-aozora', ['contacts', 'clinical']));
    const { page, context, errors } = await signInAs(browser, product.url, 'dsn@demo', { reducedMotion: 'reduce' });
    const looks: string[] = [];
    await visit(page, `/cases/${id}/facts`);
    for (const own of ['ファイルのそば', 'ファイルの母', '000-1234-5678'])
      await page.getByRole('main').getByText(own).first().waitFor();
    await page.getByRole('link', { name: '同意と共有' }).click();
    page.on('request', request => looks.push(new URL(request.url()).pathname));
    const lookAs = async (org: string, station: RegExp) => {
      await choose(page.getByRole('combobox', { name: '相手の組織' }), { value: org });
      await page.getByRole('button', { name: '見え方を確かめる' }).click();
      const preview = page.getByRole('region', { name: station });
      await preview.getByText('いま記録できること').waitFor();
      return (await preview.textContent()) ?? '';
    };
    const plan = await lookAs('org-nozomi', /のぞみ.*訪問看護師には/);
    expect(plan).not.toMatch(/ファイル|000-1234|T-77|試原/);
    const more = await lookAs('org-aozora', /あおぞら.*訪問看護師には/);
    expect(more).not.toMatch(/ファイルのそば|ファイルの母|000-1234/);
    expect(more).toMatch(/病院のファイルにあった内容のうち/);
    expect(more).toMatch(/連絡先の名前と電話番号/);
    expect(looks.filter(path => /\/(source|events)$/.test(path))).toEqual([]);
    expect(errors).toEqual([]);
    await context.close();
  });
});

describe('a station that is asked', () => {
  it('reads age, municipality and needs without a name, and answers on the same page', async () => {
    const { page, context, errors } = await signInAs(browser, product.url, 'hvn@demo', { reducedMotion: 'reduce' });
    await visit(page, `/cases/${caseId}`);
    const enquiry = page.getByRole('region', { name: '打診が届いています' });
    for (const text of ['8歳', '藤沢市', '呼吸器', '訪問看護師']) await enquiry.getByText(text).first().waitFor();
    expect(await page.locator('body').textContent()).not.toMatch(name);
    expect(await page.getByRole('link', { name: '同意と共有' }).count()).toBe(0);
    expect(await faultsOf(page, 'enquiry')).toEqual([]);
    await inLanguage(page, 'en', 'You are asked to take part');
    expect(await faultsOf(page, 'enquiry-en')).toEqual([]);
    await inLanguage(page, 'ja', '打診が届いています');
    await enquiry.getByRole('radio', { name: '今回は受けられません' }).check();
    await enquiry.getByRole('button', { name: '返事を送る' }).click();
    await enquiry.getByText('受けられない理由を選んでください').first().waitFor();
    await enquiry.getByRole('radio', { name: '空きがない' }).check();
    expect(await enquiry.getByText('受けられない理由を選んでください').count()).toBe(0);
    await enquiry.getByRole('textbox', { name: /条件/ }).fill('来月なら受けられます');
    await enquiry.getByRole('button', { name: '返事を送る' }).click();
    await enquiry.getByText('このケースは見られなくなります').waitFor();
    await picture(page, 'enquiry-sure');
    await enquiry.getByRole('button', { name: '受けられないと返事をする' }).click();
    await page.waitForURL(/\/board$/);
    await page
      .getByRole('status')
      .filter({ hasText: `${no}:受けられないと返事をしました` })
      .waitFor();
    await page.goto(`${product.url}/cases/${caseId}`);
    await page.getByRole('heading', { name: '見つかりません' }).waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });

  it('leaves its answer with the lead', async () => {
    const { page, context } = await signInAs(browser, product.url, 'dsn@demo', { reducedMotion: 'reduce' });
    await visit(page, `/cases/${caseId}/team`);
    await page.getByRole('row', { name: /のぞみ.*辞退.*空きがない.*来月なら受けられます/ }).waitFor();
    await context.close();
  });
});

/** In this browser only: the language of a person is kept by the server. */
async function inLanguage(page: Page, language: 'ja' | 'en', heading: string): Promise<void> {
  await page.evaluate(to => localStorage.setItem('kaerimichi.preferences', JSON.stringify({ language: to })), language);
  await page.reload();
  await page.getByRole('region', { name: heading }).waitFor();
}
