import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Client, signIn } from '../product/client.ts';
import { root } from '../product/product.ts';
import { type Person, picture } from './browser.ts';
import { caseNow, columnOf, eventsAfter, movesOf } from './children.ts';
import { type Fields, fill, record } from './forms.ts';
import { openProgram } from './open-program.ts';
import { axeFindings } from './screen-scan.ts';
import { confirmMove, readSheet } from './sheet.ts';

const program = openProgram();
let nurse: Person;
let doctor: Person;
let api: Client;
let caseUrl = '';
let caseId = '';

beforeAll(async () => {
  nurse = await program.signIn('dsn@demo');
  doctor = await program.signIn('doctor@demo');
  api = await signIn(program.url, 'dsn@demo');
});

const tokyoDayIn = (days: number) => new Date(Date.now() + (9 + days * 24) * 3_600_000).toISOString().slice(0, 10);
const today = tokyoDayIn(0);
const by =
  (person: Person) =>
  (type: string, fields: Fields = {}) =>
    record(person.page, caseUrl, type, fields);
const stage = async () => (await api.get<{ stage: string }>(`/cases/${caseId}`)).body.stage;

const history = async () => await eventsAfter(api, { id: caseId, version: 0 });

async function openSheet({ page }: Person): Promise<void> {
  await page.goto(caseUrl);
  await page.getByRole('button', { name: /段階を進める|ケースを再開する/ }).click();
  await readSheet(page);
}

/** The doctor looks at the board all the while: what the nurse does arrives there by itself. */
async function doctorSees(column: string): Promise<void> {
  if (!new URL(doctor.page.url()).pathname.startsWith('/board')) await doctor.page.goto(`${program.url}/board`);
  await expect.poll(() => columnOf(doctor.page, caseId), { timeout: 5_000 }).toBe(column);
}

async function steps(list: readonly (readonly [Person, string, Fields?])[]): Promise<void> {
  for (const [person, type, fields] of list) await by(person)(type, fields);
}

/** Pages of a PDF, by its own page objects. */
const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

const givers = [{ relation: 'mother', authority: 'parental' }];
const suction = { procedure: 'suctionTracheal', caregiver: 'mother' };
const consent = { purpose: 'care', from: today, givers, method: 'paper' };

describe('one imported child of fifteen goes the whole way home', () => {
  it('comes from a hospital’s file and is made a case by a person', async () => {
    const { page } = nurse;
    await page.goto(`${program.url}/imports`);
    await page
      .locator('input[type="file"]')
      .setInputFiles(join(root, 'packages/interop/samples/invented-child-15.json'));
    await page.getByRole('button', { name: /取り込む/ }).click();
    const link = page.getByRole('link', { name: /成瀬/ });
    await link.first().waitFor();
    await link.first().click();
    await page
      .getByRole('link', { name: 'ケースにする' })
      .or(page.getByRole('button', { name: 'ケースにする' }))
      .first()
      .click();
    await page.waitForURL(/\/cases\/new/);
    await page.locator('[id$="reason"]').fill('在宅移行の支援');
    const origin = page.locator('input[value="ward"]').or(page.locator('select[id$="origin"]'));
    if ((await page.locator('select[id$="origin"]').count()) > 0)
      await page.locator('select[id$="origin"]').selectOption('ward');
    else await origin.first().check();
    await page.getByRole('button', { name: '登録する' }).click();
    await page.waitForURL(url => /\/cases\/(?!new)/.test(url.pathname));
    caseId = new URL(page.url()).pathname.split('/')[2] ?? '';
    caseUrl = `${program.url}/cases/${caseId}`;
    expect(await stage()).toBe('screening');
  });

  it('is refused with what is missing, who can supply it and where, and goes on once it is recorded', async () => {
    const { page } = nurse;
    await doctorSees('intake');
    await openSheet(nurse);
    const said = await readSheet(page);
    const forward = (await movesOf(api, caseId)).find(move => move.forward);
    const [missing] = forward?.reasons ?? [];
    expect(missing).toMatchObject({ code: 'factorsRecorded', turn: { role: 'dischargeNurse' } });
    expect(said.unmet).toEqual(forward?.reasons.map(({ text }) => text));
    expect(said.isButtonOn).toBe(false);
    expect(await axeFindings(page), 'blocked move').toEqual([]);
    await page
      .getByRole('dialog')
      .getByRole('link', { name: `記録する:${missing?.text}` })
      .click();
    await page.waitForURL(/record\/factors\.recorded/);
    expect(await stage()).toBe('screening');
    await fill(page, { factors: ['medicalProcedures'] });
    await page.locator('main form button[type="submit"]').click();
    await page.waitForURL(caseUrl);
    await openSheet(nurse);
    await confirmMove(page, forward?.label ?? '');
    expect(await stage()).toBe('familyInterview');
    await doctorSees('assessment');
  });

  it('is interviewed and planned; a move is taken back within ten seconds', async () => {
    await steps([
      [nurse, 'interview.held', { outcome: 'held' }],
      [nurse, 'wish.recorded', { wish: 'home' }],
      [nurse, 'consent.recorded', { scope: 'hospital', categories: ['clinical'], ...consent }],
      [nurse, 'interview.completed'],
    ]);
    const { page } = nurse;
    await openSheet(nurse);
    await confirmMove(page, '家族面談へ戻す', { reason: 'もう一度話を聞く' });
    expect(await stage()).toBe('familyInterview');
    await page.getByRole('button', { name: /元に戻す/ }).click();
    await expect.poll(stage).toBe('planning');
    expect((await history()).slice(-2).map(({ type }) => type)).toEqual(['planning.returned', 'move.undone']);
    await steps([
      [nurse, 'inHouseConference.held', { attended: ['attendingDoctor', 'dischargeNurse'] }],
      [
        nurse,
        'plan.written',
        {
          destination: 'home',
          homeNursing: true,
          school: false,
          needs: ['tracheostomy', 'ventilator'],
          procedures: [{ procedure: 'suctionTracheal', caregivers: 1 }],
          roles: ['visitingNurse'],
          devices: [{ kind: 'ventilator', electric: true }],
          entitlements: ['dailyEquipment'],
        },
      ],
      [nurse, 'plan.explained'],
      [nurse, 'plan.handedOver'],
      [nurse, 'preparation.begun'],
    ]);
    expect(await stage()).toBe('preparing');
  });

  it('prepares: a stay that fails, a stay that succeeds', async () => {
    await steps([
      [nurse, 'candidate.asked', { function: 'visitingNurse', organisation: 'org-nozomi' }],
      [
        nurse,
        'consent.recorded',
        { scope: 'recipient', recipient: 'org-nozomi', categories: ['contacts', 'clinical', 'plan'], ...consent },
      ],
      [nurse, 'skill.assessed', { ...suction, level: 3, occurredOn: tokyoDayIn(-1) }],
      [nurse, 'skill.assessed', { ...suction, level: 4 }],
      [
        nurse,
        'device.chosen',
        { deviceId: '+', kind: 'ventilator', electric: true, atHome: true, consumables: true, vendorPhone24h: true },
      ],
      [nurse, 'home.checked', { home: true, power: true, powerPlan: true }],
      [nurse, 'entitlement.updated', { kind: 'dailyEquipment', state: 'notNeeded' }],
      [nurse, 'contacts.recorded', { when: 'emergencyRoute', contact: '119のあと救急へ' }],
      [nurse, 'contacts.recorded', { when: 'day', contact: '退院支援室' }],
      [nurse, 'contacts.recorded', { when: 'night', contact: '当直' }],
    ]);
    const team = await api.get<{ facts: { plan: { team: { id: string }[] } } }>(`/cases/${caseId}`);
    await by(nurse)('candidate.answered', { candidateId: team.body.facts.plan.team[0]?.id, answer: 'accepted' });
    for (const result of ['problems', 'succeeded']) {
      await by(nurse)('trialStay.planned', { stayKind: 'home', from: today, to: today, stationVisits: false });
      const stays = await api.get<{ facts: { plan: { stays: { id: string; status: string }[] } } }>(`/cases/${caseId}`);
      const stayId = stays.body.facts.plan.stays.find(({ status }) => status === 'planned')?.id;
      await by(doctor)('trialStay.permitted', { stayId });
      await by(nurse)('trialStay.begun', { stayId });
      expect(await stage()).toBe('trialStay');
      await by(nurse)('trialStay.returned', { result });
      expect(await stage()).toBe('preparing');
    }
    const { stays } = (await caseNow(api, caseId)).facts.plan as { stays: { result: string }[] };
    expect(stays.map(({ result }) => result)).toEqual(['problems', 'succeeded']);
    await doctorSees('preparation');
    await by(nurse)('conference.convened');
    expect(await stage()).toBe('jointConference');
  });

  it('is closed for discharge in the joint conference', async () => {
    await by(nurse)('conference.planned', { conferenceKind: 'joint', plannedOn: today });
    const planned = await api.get<{ facts: { plan: { conferences: { id: string }[] } } }>(`/cases/${caseId}`);
    const conferenceId = planned.body.facts.plan.conferences[0]?.id;
    await steps([
      [
        nurse,
        'conference.held',
        { conferenceId, attended: ['attendingDoctor', 'dischargeNurse', 'visitingNurse'], dischargeOn: today },
      ],
      [nurse, 'minutes.drafted', { conferenceId, minutes: '役割を確認した。' }],
      [doctor, 'minutes.approved', { conferenceId }],
      [nurse, 'preparation.closed'],
    ]);
    expect(await stage()).toBe('readyForDischarge');
  });

  it('is summed up on exactly one page of paper, black on white whatever the screen is', async () => {
    const { page } = nurse;
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(`${caseUrl}/print/summary`);
    await page.locator('.paper', { hasText: 'まで有効。新しい情報は画面で。' }).getByText('連絡先').waitFor();
    const noted = page.waitForResponse(/\/exports$/);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pagesOf(pdf)).toBe(1);
    expect((await noted).status()).toBe(200);
    await page.emulateMedia({ media: 'print' });
    const colours = await page
      .locator('.paper')
      .evaluate(paper => [getComputedStyle(paper).color, getComputedStyle(paper).backgroundColor]);
    expect(colours).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
    expect(await page.locator('.bar').isVisible()).toBe(false);
    await page.emulateMedia({ media: null, colorScheme: null });
    await page.goto(`${caseUrl}/path`);
    await page.getByRole('link', { name: '「退院までにすること」を印刷する' }).click();
    await page.locator('.paper').getByRole('heading', { name: '退院までにすること' }).waitFor();
    expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBeGreaterThan(0);
  });

  it('goes home with one requirement waived by a doctor who may', async () => {
    await steps([
      [nurse, 'visit.planned', { visitKind: 'first', plannedOn: today, accompanied: true }],
      [doctor, 'order.issued', { from: today, until: tokyoDayIn(150) }],
      [doctor, 'condition.assessed', { stable: true }],
      [doctor, 'medication.transcribed'],
      [doctor, 'discharge.ordered'],
      [nurse, 'outpatient.dated', { visitOn: today }],
      [nurse, 'municipality.informed'],
    ]);
    const { page } = nurse;
    await openSheet(nurse);
    const missing = '訪問看護が引き継ぎを受け入れた(使わないときは理由を書いて例外に)';
    expect(await readSheet(page)).toMatchObject({ unmet: [missing], isButtonOn: false });
    await doctor.page.goto(`${caseUrl}/record`);
    await doctor.page.getByRole('link', { name: '例外として認める' }).first().click();
    await fill(doctor.page, { requirementId: 'handoffAccepted', reason: '引き継ぎは電話と紙で済ませた' });
    expect(await axeFindings(doctor.page), 'waiver').toEqual([]);
    await doctor.page.locator('main form button[type="submit"]').click();
    await doctor.page.waitForURL(caseUrl);
    // The nurse's sheet is still open: it has become possible there.
    await expect.poll(async () => (await readSheet(page)).isButtonOn).toBe(true);
    await page
      .getByRole('dialog')
      .locator('.condition-met', { hasText: missing })
      .getByText('例外', { exact: true })
      .last()
      .waitFor();
    await doctorSees('handoff');
    await confirmMove(page, (await readSheet(page)).button, { destination: 'home' });
    await doctorSees('discharge');
    await picture(doctor.page, 'journey-discharged');
  });

  it('is visited, followed up, evaluated from home and stable', async () => {
    await by(nurse)('firstVisit.begun');
    const planned = await api.get<{ facts: { plan: { visits: { id: string }[] } } }>(`/cases/${caseId}`);
    const visitId = planned.body.facts.plan.visits[0]?.id;
    await steps([
      [nurse, 'visit.recorded', { visitId, differences: 0, findings: '変わりなし' }],
      [nurse, 'visit.signed', { visitId }],
      [doctor, 'requirement.waived', { requirementId: 'visitSignedByBoth', reason: '訪問看護は紙で署名した' }],
      [nurse, 'firstVisit.closed'],
      [nurse, 'followUp.evaluated', { point: 'early' }],
      [nurse, 'evaluation.requested', { purposes: ['careReview'] }],
    ]);
    const requested = await api.get<{ facts: { plan: { evaluations: { id: string }[] } } }>(`/cases/${caseId}`);
    const evaluationId = requested.body.facts.plan.evaluations[0]?.id;
    await steps([[doctor, 'evaluation.admitted', { evaluationId, origin: 'home' }]]);
    expect(await stage()).toBe('evaluationAdmission');
    await doctorSees('evaluation');
    await steps([
      [doctor, 'evaluation.recorded', { changesCare: false, result: '変更なし' }],
      [doctor, 'evaluation.closed', { returnTo: 'followUp' }],
      [nurse, 'followUp.evaluated', { point: 'month1' }],
      [nurse, 'followUp.evaluated', { point: 'month3' }],
      [nurse, 'followUp.evaluated', { point: 'month6' }],
      [nurse, 'followUp.closed'],
    ]);
    expect(await stage()).toBe('stableAtHome');
  });

  it('is closed, reopened, and handed to adult care', async () => {
    const { page } = nurse;
    await openSheet(nurse);
    await confirmMove(page, '途中で終了する(転出)', { reason: '転居の予定' });
    await page.getByText('このケースは終了しています。').waitFor();
    expect(await stage()).toBe('closed');
    expect(await axeFindings(page), 'closed case').toEqual([]);
    await doctor.page.goto(`${program.url}/board`);
    await doctor.page.locator('[data-case]').first().waitFor();
    expect(await columnOf(doctor.page, caseId)).toBeUndefined();
    await openSheet(nurse);
    await confirmMove(page, 'ケースを再開する(退院後フォロー)', { reason: '転居がなくなった' });
    expect(await stage()).toBe('followUp');
    await doctorSees('home');
    await steps([
      [nurse, 'adult.opened'],
      [nurse, 'readiness.answered', { by: 'young' }],
      [nurse, 'adult.serviceMapped', { service: 'neurology', state: 'seen' }],
      [nurse, 'adult.visitHeld', { service: 'neurology' }],
    ]);
    await doctorSees('adult');
    await openSheet(nurse);
    const transfer = (await movesOf(api, caseId)).find(({ event }) => event === 'adult.transferred');
    await confirmMove(page, transfer?.label ?? '');
    const seen = await api.get<{ adult: string; stage: string }>(`/cases/${caseId}`);
    expect(seen.body).toMatchObject({ adult: 'transferred', stage: 'followUp' });
    // The clock speaks too: it prompts for adult care at this age.
    const people = (await history()).flatMap(({ by: { name, role } }) => (role === 'system' ? [] : [name]));
    expect(new Set(people).size, 'two people did all this').toBe(2);
    expect([...nurse.errors, ...doctor.errors]).toEqual([]);
  });
});
