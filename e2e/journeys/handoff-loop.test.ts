import { beforeAll, describe, expect, it } from 'vitest';
import { type Client, signIn } from '../product/client.ts';
import { type Person, picture } from './browser.ts';
import { caseNow, childCalled } from './children.ts';
import { openProgram } from './open-program.ts';
import { openPdfReader, pdfPages } from './pdf-pages.ts';
import { printFaults } from './printed.ts';
import { axeFindings, isDrawn, sidewaysScroll, smallTargets } from './screen-scan.ts';

const program = openProgram();
let lead: Client;
let caseId = '';
let no = '';
let nurse: Person;

beforeAll(async () => {
  lead = await signIn(program.url, 'dsn@demo');
  ({ id: caseId, no } = await childCalled(lead, '石井'));
  nurse = await program.signIn('dsn@demo', { reducedMotion: 'reduce' });
});

const written = {
  contacts: '日中 支援室 045-000-0001。',
  contactsNight: '夜間・休日 当直 045-000-0002。',
  condition: '気管切開、在宅酸素。',
  breathing: 'canary 吸引は1時間に1回ほど。',
  deviceSettings: '人工呼吸器は夜間のみ。',
  medicines: '朝夕の2回。',
  emergencies: 'チューブが抜けたら119番。',
};

async function send(client: Client, body: { readonly type: string; readonly [field: string]: unknown }): Promise<void> {
  const { version } = await caseNow(lead, caseId);
  const sent = await client.send(caseId, version, body);
  expect([body.type, sent.status, sent.body.reasons]).toEqual([body.type, 200, undefined]);
}

describe('a handoff to somebody without an account', () => {
  const handoffId = 'h-paper';
  let code = '';

  it('is printed with whom to call by day and by night on its first page, and with a code of its own', async () => {
    await send(lead, { type: 'handoff.composed', handoffId, outside: '島の診療所', ...written });
    await send(lead, { type: 'handoff.sent', handoffId });
    const { page } = nurse;
    await page.goto(`${program.url}/cases/${caseId}/handoffs/${handoffId}`);
    const link = page.getByRole('link', { name: '引き継ぎ一式を紙にする(PDF)' });
    await link.waitFor();
    expect(await axeFindings(page)).toEqual([]);
    const answer = await page.request.get(await link.evaluate(one => (one as HTMLAnchorElement).href));
    expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'application/pdf']);
    const reader = await openPdfReader(program.browser);
    const pages = await pdfPages(reader, new Uint8Array(await answer.body()), 1);
    await reader.close();
    expect(printFaults({ kind: 'handoffPacket', pages }, no)).toEqual([]);
    const first = pages[0]?.text ?? '';
    for (const word of ['045-000-0001', '045-000-0002', '/p ', '第1版']) expect(first).toContain(word);
    code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(first)?.[0] ?? '';
    expect(code).not.toBe('');
    expect(pages.map(({ text }) => text).join(' ')).toContain('canary');
  });

  it('is answered on a page that shows nothing of the child, and the sender sees it at once', async () => {
    const context = await program.browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'ja-JP' });
    const page = await context.newPage();
    await page.goto(`${program.url}/p`);
    await page.getByRole('heading', { level: 1, name: '紙の引き継ぎへの返事' }).waitFor();
    await isDrawn(page);
    expect(await axeFindings(page)).toEqual([]);
    expect(await smallTargets(page, 44)).toEqual([]);
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
    }
    await page.getByRole('button', { name: '返事を送る' }).click();
    await page.getByText('紙の番号を入れてください。').waitFor();
    await page.getByLabel(/^紙の番号/).fill('ZZZZ-ZZZZ-ZZZZ');
    await page.getByLabel(/^返事をする人の名前と所属/).fill('島の診療所 山口');
    await page.getByLabel(/電話をください/).check();
    await page.getByRole('button', { name: '返事を送る' }).click();
    await page.getByText('この番号は使えません。').waitFor();
    await page.getByLabel(/^紙の番号/).fill(code.replaceAll('-', ' ').toLowerCase());
    await page.getByRole('button', { name: '返事を送る' }).click();
    await page.getByText('返事を受け取りました。').waitFor();
    const whole = await page.content();
    for (const word of ['石井', 'canary', no, '気管切開']) expect(whole).not.toContain(word);
    await picture(page, 'paper-answered');
    await context.close();
    await nurse.page.getByText('島の診療所 山口').waitFor();
    const { body } = await lead.get<{ tasks: { caseId: string; what: { ja: string } }[] }>('/tasks');
    const own = body.tasks.filter(task => task.caseId === caseId).map(({ what }) => what.ja);
    expect(own).toContain('引き継ぎ:紙の引き継ぎの相手に電話する');
  });

  it('is taken on by telephone: the coordinator writes it down by the code and sees nothing of the child', async () => {
    const coordinator = await program.signIn('coord@demo');
    const { page } = coordinator;
    await page.goto(`${program.url}/handoffs`);
    await page.getByText('紙の引き継ぎの返事を電話で聞いた').click();
    await page.getByLabel(/^紙の番号/).fill(code);
    await page.getByLabel(/^返事をする人の名前と所属/).fill('島の診療所 山口');
    await page.getByLabel('読みました。引き受けます').check();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '返事を書きとめる' }).click();
    await page.getByText('返事を受け取りました。').waitFor();
    expect(await page.content()).not.toContain('canary');
    await nurse.page.getByText(/電話で 森 順子 が聞いた/).waitFor();
    await nurse.page.locator('[role="status"] .tag', { hasText: '受け入れ済み' }).waitFor();
    for (const { errors } of [nurse, coordinator]) expect(errors).toEqual([]);
  });
});

describe('a handoff that was declined', () => {
  it('leads the sender to others, with reasons, and from there to writing to one of them', async () => {
    const handoffId = 'h-declined';
    await send(lead, {
      ...{ type: 'consent.recorded', consentId: 'c-aozora', scope: 'recipient', recipient: 'org-aozora' },
      ...{ categories: ['contacts', 'clinical', 'skills', 'plan'], purpose: 'care', method: 'paper' },
      from: new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(Date.now()),
      givers: [{ relation: 'mother', authority: 'parental' }],
    });
    await send(lead, { type: 'handoff.composed', handoffId, recipient: 'org-aozora', ...written });
    await send(lead, { type: 'handoff.sent', handoffId });
    const aozora = await program.signIn('hvn2@demo', { viewport: { width: 390, height: 844 } });
    await nurse.page.goto(`${program.url}/cases/${caseId}/handoffs/${handoffId}`);
    await aozora.page.goto(`${program.url}/cases/${caseId}/handoffs/${handoffId}`);
    await aozora.page.getByRole('button', { name: '辞退する' }).click();
    await aozora.page.locator('input[value="hours"]').check();
    await aozora.page.getByLabel(/^ほかに引き受けられそうな先/).fill('のぞみさん');
    await aozora.page.getByRole('button', { name: '辞退する' }).click();
    await aozora.page.getByRole('button', { name: '確かめた:辞退する' }).click();
    const { page } = nurse;
    await page.getByText('ほかに引き受けられそうな先として:のぞみさん').waitFor();
    const others = page.getByRole('region', { name: 'ほかの候補' });
    await others.getByText('ネットワークの組織(このまま送れます)').first().waitFor();
    expect(await others.getByText('あおぞら').count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, 'handoff-suggestions');
    await others
      .getByRole('link', { name: /に引き継ぎを書く$/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: '引き継ぎを書く' }).waitFor();
    expect(await page.locator('form input[type="checkbox"]:checked').count()).toBeGreaterThan(0);
    for (const { errors } of [nurse, aozora]) expect(errors).toEqual([]);
  });
});
