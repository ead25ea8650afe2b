import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Client, signIn } from '../product/client.ts';
import type { Person } from './browser.ts';
import { caseNow, childCalled, columnOf } from './children.ts';
import { type Fields, record } from './forms.ts';
import { openProgram } from './open-program.ts';
import { printAll, printFaults } from './printed.ts';
import { axeFindings, sidewaysScroll, smallTargets } from './screen-scan.ts';

const program = openProgram();
const handoffId = 'h-first';
/** The first visit is the one whose day the acceptance gives. */
const visitId = `first-${handoffId}`;
let caseId = '';
let lead: Client;
let station: Client;
let nurse: Person;
/** The nurse of the station, on a telephone. */
let nozomi: Person;
/** Somebody of an organisation that has nothing to do with the child, by program and by browser. */
let school: Client;
let stranger: Person;
const strangerFrames: string[] = [];

beforeAll(async () => {
  lead = await signIn(program.url, 'dsn@demo');
  station = await signIn(program.url, 'hvn@demo');
  school = await signIn(program.url, 'school@demo');
  caseId = (await childCalled(lead, '石井')).id;
  nurse = await program.signIn('dsn@demo', { reducedMotion: 'reduce' });
  nozomi = await program.signIn('hvn@demo', { viewport: { width: 390, height: 844 } });
  stranger = await program.signIn('school@demo');
  stranger.page.on('websocket', socket =>
    socket.on('framereceived', ({ payload }) => void strangerFrames.push(String(payload))),
  );
});

const tokyoDay = (ahead = 0) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(Date.now() + ahead * 86_400_000);

const written = {
  contacts: '日中 支援室 045-000-0001。夜間 当直 045-000-0002。',
  contactsNight: '夜間・休日 当直 045-000-0002。',
  condition: '気管切開、在宅酸素。いつものSpO2は96%。',
  breathing: '吸引は2時間に1回ほど。',
  deviceSettings: '人工呼吸器は夜間のみ。業者の24時間の連絡先は家族に渡してある。',
  medicines: '朝夕の2回。',
  nutrition: '胃瘻。固定水は4mL。',
  emergencies: 'チューブが抜けたら119番。',
};

const section = (page: Page, name: string) =>
  page.locator('section.panel', { has: page.getByRole('heading', { name, exact: false, level: 2 }) });

/** To a stranger neither case nor handoff exists: by address, by API, and in what the live connection says. */
async function expectUnknown(): Promise<void> {
  const handoff = `/cases/${caseId}/handoffs/${handoffId}`;
  for (const part of ['', '/events', '/transitions', '/source', '/handoffs', '/handoff-proposal'])
    expect([part, (await school.get(`/cases/${caseId}${part}`)).status]).toEqual([part, 404]);
  expect((await school.send(caseId, '*', { type: 'note.added', note: 'x' })).status).toBe(404);
  const { page } = stranger;
  for (const address of [`/cases/${caseId}`, `/cases/${caseId}/handoffs`, handoff]) {
    await page.goto(`${program.url}${address}`);
    await page.getByRole('heading', { level: 1, name: /見つかりません/ }).waitFor();
  }
  await page.goto(`${program.url}/board`);
  await page.locator('[data-connection="on"]').waitFor({ state: 'attached' });
  expect(strangerFrames.length).toBeGreaterThan(0);
  expect(strangerFrames.filter(frame => frame.includes(caseId))).toEqual([]);
}

/** What one person records by the API, one after the other. */
async function sends(client: Client, steps: readonly (readonly [type: string, body?: Fields])[]): Promise<void> {
  for (const [type, body = {}] of steps) {
    const { version } = await caseNow(lead, caseId);
    const sent = await client.send(caseId, version, { type, ...body });
    expect([type, sent.status, sent.body.reasons]).toEqual([type, 200, undefined]);
  }
}

describe('what follows from a case before the child goes home', () => {
  it('is planned back from a day, tried without being recorded, and looked at as it was', async () => {
    const { page } = nurse;
    const before = (await caseNow(lead, caseId)).version;
    await page.goto(`${program.url}/cases/${caseId}/outlook`);
    await page.locator('.plan-step').first().waitFor();
    await page.getByLabel('退院をめざす日').fill('2030-03-31');
    await page.getByText(/余裕があります/).waitFor();
    expect(await axeFindings(page)).toEqual([]);

    await page.goto(`${program.url}/cases/${caseId}/record/dischargeDay.planned`);
    await page.locator('[id$="dischargeOn"]').fill('2030-03-31');
    await page.getByText('もし、こう記録したら').click();
    await page.getByRole('button', { name: 'どうなるかを見る' }).click();
    await page.getByText(/いちばん早い退院/).waitFor();
    await page.getByText(/→ 2030/).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect((await caseNow(lead, caseId)).version).toBe(before);

    await page.goto(`${program.url}/cases/${caseId}/path`);
    await page.getByText('これまでをたどる').click();
    await page.getByText('その日の段階:').waitFor();
    const today = await page.getByRole('slider').getAttribute('aria-valuetext');
    await page.getByRole('button', { name: '前の動き' }).click();
    await expect.poll(() => page.getByRole('slider').getAttribute('aria-valuetext')).not.toBe(today);
    await page.getByText('その日の段階:').waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('tells what it would make payable to whoever reads the money, and to nobody else', async () => {
    const { page } = nurse;
    await page.goto(`${program.url}/cases/${caseId}/fees`);
    await page.locator('details.fee summary').first().click();
    await page.getByText('参考計算').first().waitFor();
    await page.getByText('わかっていることを足して試す').click();
    await page.getByRole('combobox', { name: /^算定している入院料/ }).selectOption('A307-1');
    await page.getByRole('combobox', { name: /^DPCで算定している/ }).selectOption('no');
    await page.getByText('2件を仮に置いた計算です。').waitFor();
    await page.getByText('入院料に含まれる').first().waitFor();
    // Both scores, from the care that is recorded; of alternatives the later tick holds.
    await page.getByText('医療的ケア判定スコアを試算する').click();
    const rows = page.locator('.score-rows').first();
    const ticked = rows.getByRole('checkbox', { checked: true });
    while ((await ticked.count()) > 0) await ticked.first().uncheck();
    await rows.getByLabel(/^1 人工呼吸器/).check();
    await rows.getByLabel('見守り').selectOption({ label: '高' });
    await rows.getByLabel(/^13\(1\)/).check();
    await rows.getByLabel(/^13\(3\)/).check();
    await page.getByText('合計15点').waitFor();
    await page.getByText('医療的ケア区分1(3点以上)').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    const doctor = await program.signIn('doctor@demo');
    await doctor.page.goto(`${program.url}/cases/${caseId}`);
    await doctor.page.getByRole('link', { name: '見通し' }).waitFor();
    expect(await doctor.page.getByRole('link', { name: '算定' }).count()).toBe(0);
  });
});

describe('a child whose handoff its station accepts', () => {
  const caseUrl = () => `${program.url}/cases/${caseId}`;

  it('is handed over: sent by the hospital, asked about, answered, confirmed and accepted', async () => {
    await sends(lead, [
      ['handoff.composed', { handoffId, recipient: 'org-nozomi', ...written }],
      ['handoff.sent', { handoffId }],
    ]);
    await expectUnknown();
    await sends(station, [
      ['handoff.opened', { handoffId }],
      ['handoff.asked', { handoffId, questionId: 'q1', section: 'nutrition', question: '固定水は4mLでよいですか。' }],
    ]);
    await sends(lead, [['handoff.answered', { handoffId, questionId: 'q1', answer: '5mLです。書き直しました。' }]]);
    for (const section of ['condition', 'breathing', 'medicines', 'emergencies'])
      await sends(station, [['handoff.sectionConfirmed', { handoffId, section }]]);
    await sends(station, [['handoff.accepted', { handoffId, withConditions: false, firstVisitOn: tokyoDay() }]]);
  });

  it('goes home once everything else is there, and its station begins the first visit', async () => {
    const [doctor, ward] = [await signIn(program.url, 'doctor@demo'), await signIn(program.url, 'ward@demo')];
    const today = tokyoDay();
    await sends(ward, [['skill.assessed', { procedure: 'suctionTracheal', caregiver: 'father', level: 4 }]]);
    await sends(doctor, [['minutes.approved', { conferenceId: 'k1' }]]);
    await sends(lead, [['preparation.closed']]);
    await sends(ward, [['medication.transcribed']]);
    await sends(doctor, [
      ['order.issued', { from: today, until: tokyoDay(150) }],
      ['condition.assessed', { stable: true }],
      ['discharge.ordered'],
    ]);
    await sends(lead, [
      ['outpatient.dated', { visitOn: today }],
      ['municipality.informed'],
      ['discharge.done', { destination: 'home' }],
    ]);
    await sends(station, [['firstVisit.begun']]);
    await expectUnknown();
  });

  it('is visited by two nurses, each of whom records and signs for the own side', async () => {
    for (const [{ page }, side] of [
      [nozomi, 'station'],
      [nurse, 'hospital'],
    ] as const) {
      await record(page, caseUrl(), 'visit.recorded', {
        visitId,
        differences: 0,
        findings: `${side} 変わりなし`,
      });
      await record(page, caseUrl(), 'visit.signed', { visitId });
    }
    const { visits } = (await caseNow(lead, caseId)).facts.plan as { visits: { signedBy: string[] }[] };
    expect(visits).toMatchObject([{ signedBy: ['station', 'hospital'] }]);
  });

  it('is moved on by the station while the hospital looks on: its board follows, and its history says who (CARE #400)', async () => {
    const { page } = nurse;
    await page.goto(`${program.url}/board`);
    await expect.poll(() => columnOf(page, caseId)).toBe('discharge');
    await record(nozomi.page, caseUrl(), 'firstVisit.closed');
    await expect.poll(() => columnOf(page, caseId), { timeout: 5_000 }).toBe('home');
    await page.goto(caseUrl());
    await page
      .locator('.timeline .entry', { hasText: '初回訪問を終え、在宅支援へ進めた' })
      .getByText(/佐藤 美咲 · のぞみ/)
      .waitFor();
  });

  it('leaves a handoff that is closed on both sides, and that its station still reads (CARE #840)', async () => {
    const address = `${program.url}/cases/${caseId}/handoffs/${handoffId}`;
    for (const { page } of [nozomi, nurse]) {
      await page.goto(address);
      await page.locator('[role="status"] .tag', { hasText: '完了' }).waitFor();
      await section(page, '呼吸・吸引').getByText('吸引は2時間に1回ほど。').waitFor();
      await section(page, '栄養・胃瘻').getByText('5mLです。書き直しました。').waitFor();
    }
    await expectUnknown();
    for (const { errors } of [nurse, nozomi, stranger]) expect(errors).toEqual([]);
  });

  it('is looked back on by the station in three answers, which reach the hospital, whose answer reaches the station', async () => {
    const whatOf = async (client: Client) => {
      const { body } = await client.get<{ tasks: { caseId: string; what: { ja: string } }[] }>('/tasks');
      return body.tasks.filter(task => task.caseId === caseId).map(({ what }) => what.ja);
    };
    expect(await whatOf(station)).toContain('引き継ぎ:初回訪問のあとの振り返りに答える(3つ)');
    const there = nozomi.page;
    await there.getByLabel('少し足りなかった').check();
    await there.getByRole('checkbox', { name: '呼吸・吸引' }).check();
    await there.getByLabel(/^違っていた点/).fill('吸引は1時間に1回でした。');
    await there.getByLabel(/^最初に困ったこと/).fill('替えの回路がありませんでした。');
    await there.getByLabel('送り手から返事がほしい').check();
    expect(await axeFindings(there)).toEqual([]);
    expect(await smallTargets(there, 44)).toEqual([]);
    expect(await sidewaysScroll(there)).toBeLessThanOrEqual(0);
    await there.getByRole('button', { name: '振り返りを送る' }).click();
    await section(nurse.page, '初回訪問のあとの振り返り').getByText('吸引は1時間に1回でした。').waitFor();
    expect(await whatOf(lead)).toContain('引き継ぎ:受け手の振り返りに返事をする');
    expect(await whatOf(station)).not.toContain('引き継ぎ:初回訪問のあとの振り返りに答える(3つ)');
    await nurse.page.getByLabel(/^返事/).fill('次の版で直します。回路は今日届けます。');
    expect(await axeFindings(nurse.page)).toEqual([]);
    await nurse.page.getByRole('button', { name: '返事をする' }).click();
    await section(there, '初回訪問のあとの振り返り').getByText('次の版で直します。').waitFor();
    expect(await whatOf(lead)).not.toContain('引き継ぎ:受け手の振り返りに返事をする');
    // The next handoff says better what differed.
    await nurse.page.goto(`${program.url}/handoffs?box=out`);
    await nurse.page.getByText(/少し足りなかった 1件.*違っていた項目:呼吸・吸引 1件/).waitFor();
    for (const { errors } of [nurse, nozomi]) expect(errors).toEqual([]);
  });
});

/** Whoever has one of these in hand has to know whom to call, by day and by night. */
const carriesContacts: readonly string[] = [
  ...['carryCard', 'nursingSummary', 'careManual', 'respiratoryCareSheet', 'trialStay', 'schoolCare'],
  ...['evacuationPlan', 'careNotebook', 'transitionSummary'],
];

describe('the papers of the child', () => {
  it.each(['石井', '江口'])('of %s come out of the printer whole: words, ink and contacts', async name => {
    const { id, no } = await childCalled(lead, name);
    const printed = await printAll(program.browser, lead, id);
    expect(printed.map(({ kind }) => kind)).toEqual([
      ...['dischargePlan', 'homeNursingOrder', 'specialNursingOrder', 'referralLetter', 'municipalityLetter'],
      ...['schoolLetter', 'nursingSummary', 'careManual', 'respiratoryCareSheet', 'skillCheck', 'trialStay'],
      ...['thingsToDo', 'carryCard', 'conferenceMinutes', 'schoolCare', 'evacuationPlan', 'careNotebook'],
      'transitionSummary',
    ]);
    expect(printed.flatMap(paper => printFaults(paper, no))).toEqual([]);
    for (const { kind, pages } of printed) {
      const [first] = pages;
      expect([kind, first?.text.includes(name)]).toEqual([kind, true]);
      expect([kind, first?.width.toFixed(0)]).toEqual([kind, kind === 'carryCard' ? '420' : '595']);
      if (carriesContacts.includes(kind))
        for (const number of ['045-000-0101', '045-000-0102']) expect(`${kind} ${first?.text}`).toContain(number);
    }
  });

  it('are opened by keys alone, by the station as far as it takes part, and the list tells what changed since', async () => {
    const { page, errors } = nozomi;
    await page.goto(`${program.url}/cases/${caseId}/documents`);
    const link = page.getByRole('link', { name: 'PDFで開く:携行カード(新しいタブ)' });
    await link.focus();
    const answer = await page.request.get(String(await link.evaluate(one => (one as HTMLAnchorElement).href)));
    expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'application/pdf']);
    expect(await page.getByRole('heading', { level: 3 }).allInnerTexts()).not.toContain('退院支援計画書');
    await page.reload();
    const panel = page.getByRole('region', { name: '携行カード' });
    await panel.getByText(/^前回の出力:/).waitFor();
    const minutes = page.getByRole('region', { name: '会議の議事録' });
    await minutes.locator('summary').focus();
    await page.keyboard.press('Enter');
    await minutes.getByRole('listitem').getByText('時刻').waitFor();
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
    expect(await axeFindings(page)).toEqual([]);
    await expectUnknown();
    expect(errors).toEqual([]);
  });
});
