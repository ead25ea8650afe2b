import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Client, clientWith, signIn } from '../product/client.ts';
import { demoPassword } from '../product/product.ts';
import { picture } from './browser.ts';
import { caseNow, childCalled } from './children.ts';
import { findingsOf, seenAt } from './findings-of.ts';
import { fill } from './forms.ts';
import { openProgram } from './open-program.ts';

const program = openProgram();
let nurse: Client;
let doctor: Client;
let kato = '';

beforeAll(async () => {
  nurse = await signIn(program.url, 'dsn@demo');
  doctor = await signIn(program.url, 'doctor@demo');
  kato = (await childCalled(nurse, '加藤')).id;
});

const dayIn = (days: number) => new Date(Date.now() + (9 + days * 24) * 3_600_000).toISOString().slice(0, 10);
const every = ['contacts', 'clinical', 'skills', 'plan', 'family', 'money', 'images', 'disaster'];

async function sends(by: Client, caseId: string, event: Record<string, unknown>): Promise<void> {
  const { version } = await caseNow(nurse, caseId);
  const { status, body } = await by.send(caseId, version, event);
  expect([event.type, status, body]).toEqual([event.type, 200, expect.anything()]);
}

/** Somebody of the family, who came by the code on paper and has a name to sign in with. */
async function invited(caseId: string, born: string, who: { relation: string; name: string }): Promise<string> {
  const made = await nurse.post<{ slip: { code: string } }>(`/cases/${caseId}/guardians`, {
    ...{ relation: who.relation, categories: every, decides: true },
  });
  const identifier = `${who.name}@${randomUUID().slice(0, 8)}`;
  // As whoever holds the paper: nobody is signed in there yet.
  const joined = await clientWith(program.url, '').post('/join', {
    ...{ code: made.body.slip.code, bornOn: born, name: who.name, identifier, password: demoPassword },
  });
  expect([joined.status, joined.body]).toEqual([201, expect.anything()]);
  return identifier;
}

/** A part of the family's page by its heading, whose name has readings. */
const partOf = (page: Page, heading: string) => page.locator(`[aria-labelledby="${heading}"]`);

const submit = 'main form button[type="submit"]';

describe('評価入院', () => {
  it('is asked for, finds a bed beside another child, and home stands beside hospital while two write', async () => {
    const at = (part: string) => `${program.url}/cases/${kato}/${part}`;
    const lead = await program.signIn('dsn@demo', seenAt(1366));
    await lead.page.goto(at('evaluation'));
    await lead.page.getByRole('link', { name: '評価入院を申し込む' }).click();
    await fill(lead.page, { purposes: ['careReview', 'familyRest'], from: dayIn(2), to: dayIn(4), care: '夜間のNIV' });
    await lead.page.locator(submit).click();
    await lead.page.waitForURL(url => url.pathname === `/cases/${kato}`);
    await lead.page.goto(at('evaluation'));
    // 大野 りく lies in bed 1 on these days.
    const beds = lead.page.getByRole('table', { name: '評価入院のベッドの空き' });
    await beds.getByText('K-0120').first().waitFor();
    expect(await lead.page.getByRole('link', { name: 'ベッド1を取る' }).count()).toBe(0);
    await lead.page.getByRole('link', { name: 'ベッド2を取る' }).click();
    await lead.page.locator(submit).click();
    await lead.page.waitForURL(url => url.pathname === `/cases/${kato}`);
    await lead.page.goto(at('evaluation'));
    await beds.getByText('このお子さん').first().waitFor();
    expect(await findingsOf(lead.page, 1366)).toEqual([]);
    await picture(lead.page, 'evaluation-1366');

    // The visiting nurse, at the child's home with a telephone; the lead's open page follows.
    const visitor = await program.signIn('hvn@demo', seenAt(390));
    await visitor.page.goto(at('evaluation'));
    await visitor.page.getByRole('link', { name: '家での値を記録する' }).click();
    await fill(visitor.page, { fatigue: 4, spo2Asleep: '91', ventilation: '12/5' });
    await visitor.page.locator(submit).click();
    await visitor.page.waitForURL(url => url.pathname === `/cases/${kato}`);
    await visitor.page.goto(at('evaluation'));
    await visitor.page.getByText('91').first().waitFor();
    expect(await findingsOf(visitor.page, 390)).toEqual([]);
    await picture(visitor.page, 'evaluation-390');
    await lead.page
      .getByRole('row', { name: /眠っているときの最低/ })
      .getByText('91')
      .waitFor();
    expect([...lead.errors, ...visitor.errors]).toEqual([]);
    await Promise.all([lead.context.close(), visitor.context.close()]);
  });

  it('says in words how hospital differs, and closes once plan and handoff say what changed', async () => {
    const evaluationId = (await caseNow(nurse, kato)).facts.plan?.evaluations as { id: string }[];
    const id = evaluationId.at(-1)?.id ?? '';
    const { page, context, errors } = await program.signIn('doctor@demo', seenAt(1366));
    await page.goto(`${program.url}/cases/${kato}/evaluation`);
    await page.getByRole('link', { name: '評価入院をはじめる' }).click();
    await page.locator(submit).click();
    await page.getByRole('button', { name: /^確かめた/ }).click();
    await page.waitForURL(url => url.pathname === `/cases/${kato}`);
    await sends(nurse, kato, { type: 'evaluation.measured', evaluationId: id, where: 'inHospital', spo2Asleep: '88' });
    await page.goto(`${program.url}/cases/${kato}/evaluation`);
    await page.getByText('病院のほうが3低い').waitFor();
    await page.getByRole('link', { name: '結果を記録する', exact: true }).click();
    await fill(page, {
      changesCare: true,
      result: '夜間の圧を上げる',
      changes: 'NIV 12/5 → 14/5',
      touches: ['breathing'],
    });
    await page.locator(submit).click();
    await page.waitForURL(url => url.pathname === `/cases/${kato}`);
    await page.goto(`${program.url}/cases/${kato}/evaluation`);
    const toDo = page.getByRole('region', { name: '結果にあわせて直すもの' });
    await toDo.getByText('退院支援計画書に、変わったことがまだ入っていません。').waitFor();
    await picture(page, 'evaluation-result-1366');
    expect(await findingsOf(page, 1366)).toEqual([]);
    const refused = await doctor.send(kato, (await caseNow(nurse, kato)).version, {
      ...{ type: 'evaluation.closed', returnTo: 'stableAtHome' },
    });
    expect(refused.body.reasons?.map(({ code }) => code)).toContain('planUpdated');
    expect(errors).toEqual([]);
    await context.close();
  });
});

describe('成人移行', () => {
  it('shows where three kinds of people see it differently; what the young person keeps to itself nobody reads', async () => {
    const born = String((await caseNow(nurse, kato)).facts.contacts?.bornOn);
    const [self, mother] = [
      await invited(kato, born, { relation: 'self', name: 'ゆい' }),
      await invited(kato, born, { relation: 'mother', name: '母' }),
    ];
    const lead = await program.signIn('dsn@demo', seenAt(1366));
    await lead.page.goto(`${program.url}/cases/${kato}/adult`);
    await lead.page.getByRole('heading', { level: 2, name: '成人移行' }).waitFor();
    const young = await program.signIn(self, { ...seenAt(390), at: '/family' });
    const ready = partOf(young.page, 'family-readiness');
    // 1/20, and on to the next by itself.
    await ready.getByText(/^1\/20/).waitFor();
    await ready.getByRole('button', { name: '◎ できる' }).click();
    await ready.getByText(/^2\/20/).waitFor();
    await young.page.getByLabel('自分のことば').fill('canary からだのことを相談したい');
    await young.page.getByRole('button', { name: '残す' }).click();
    await young.page.locator('.family-diary').getByText('canary').waitFor();
    expect(await findingsOf(young.page, 390)).toEqual([]);
    await picture(young.page, 'family-readiness-390');
    // Her family had said 「まだ」 of it; the open page follows without being asked.
    const row = lead.page.getByRole('row', { name: /病気を自分のことばで話せる/ });
    await row.getByText('本人は「できる」、家族は「まだ」').waitFor();
    expect(await findingsOf(lead.page, 1366)).toEqual([]);
    await picture(lead.page, 'adult-1366');
    const other = await program.signIn(mother, { ...seenAt(390), at: '/family' });
    await partOf(other.page, 'family-readiness').waitFor();
    for (const { page } of [lead, other]) expect(await page.content()).not.toContain('canary');
    await lead.page.goto(`${program.url}/cases/${kato}`);
    await lead.page.getByRole('heading', { level: 1 }).waitFor();
    expect(await lead.page.content()).not.toContain('canary');
    expect([...lead.errors, ...young.errors, ...other.errors]).toEqual([]);
    await Promise.all([lead.context.close(), young.context.close(), other.context.close()]);
  });

  it('keeps the child’s side open until each service has a taker and the first visit was, or a reason is signed', async () => {
    const { page, context, errors } = await program.signIn('coord@demo', seenAt(390));
    await page.goto(`${program.url}/cases/${kato}/adult`);
    const closing = page.getByRole('region', { name: '成人移行を終える' });
    await closing.getByText('条件がそろうまで、小児の側を終えることはできません。').waitFor();
    expect(await closing.getByRole('link', { name: '成人科への移行を終える' }).count()).toBe(0);
    expect(await findingsOf(page, 390)).toEqual([]);
    await picture(page, 'adult-390');
    for (const service of ['neurology', 'respiratory'])
      await sends(nurse, kato, {
        type: 'adult.serviceMapped',
        service,
        state: 'transferred',
        counterpart: '汐見市立病院',
      });
    await page.goto(`${program.url}/cases/${kato}/adult`);
    await closing.getByRole('link', { name: '理由に署名する' }).click();
    await fill(page, { reason: '初診は来月。小児科の外来は続ける' });
    await page.locator(submit).click();
    await page.waitForURL(url => url.pathname === `/cases/${kato}`);
    await page.goto(`${program.url}/cases/${kato}/adult`);
    await closing.getByRole('link', { name: '成人科への移行を終える' }).waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });
});

describe('フォロー', () => {
  it('asks the family on its own page, and stops at once when the child has died', async () => {
    const born = '2023-05-05';
    const made = await nurse.post<{ id: string }>('/cases', {
      ...{ lead: 'org-kodomo', familyName: '試験', givenName: 'なぎ', bornOn: born, reason: '在宅', origin: 'home' },
    });
    const { id } = made.body;
    await sends(nurse, id, { type: 'case.adopted', stage: 'followUp', since: dayIn(-25), source: 'paper' });
    const mother = await invited(id, born, { relation: 'mother', name: '母' });
    const lead = await program.signIn('dsn@demo', seenAt(1366));
    await lead.page.goto(`${program.url}/cases/${id}/followUp`);
    const month1 = lead.page.getByRole('article', { name: /^1か月/ });
    await month1.getByText(/^家族の答えはまだありません。/).waitFor();
    const home = await program.signIn(mother, { ...seenAt(390), at: '/family' });
    const form = partOf(home.page, 'family-follow-up');
    await form.getByLabel('夜、続けて何時間くらい眠れますか').fill('4');
    await form.getByRole('button', { name: '4 かなりある' }).click();
    await form.getByLabel('救急や、予定していない受診は何回ありましたか').fill('1');
    await form.getByLabel('困っていること').fill('夜のアラームで起きる');
    await form.getByLabel('電話で相談したい').check();
    expect(await findingsOf(home.page, 390)).toEqual([]);
    await picture(home.page, 'family-follow-up-390');
    await form.getByRole('button', { name: '送る' }).click();
    await form.getByText('ありがとうございます。').waitFor();
    await month1.getByText('困っていること:夜のアラームで起きる').waitFor();
    await month1.getByText('電話で相談したい', { exact: true }).waitFor();
    expect(await findingsOf(lead.page, 1366)).toEqual([]);
    await picture(lead.page, 'follow-up-1366');
    await sends(nurse, id, { type: 'readmission.begun', planned: false, cause: '肺炎' });
    await lead.page.getByRole('link', { name: 'ふりかえりを記録する' }).click();
    await fill(lead.page, { avoidable: 'avoidable', nextTime: '吸引が増えたら早く電話する' });
    await lead.page.locator(submit).click();
    await lead.page.waitForURL(url => url.pathname === `/cases/${id}`);
    await lead.page.goto(`${program.url}/cases/${id}/followUp`);
    await lead.page.getByText('次に備えて変えること:吸引が増えたら早く電話する').waitFor();

    await sends(nurse, id, { type: 'hold.added', holdId: 'h', code: 'equipment', recheckOn: dayIn(0) });
    await sends(doctor, id, { type: 'child.died', place: 'hospital' });
    // Both pages stand open: the one asks for nothing any more, the other thinks of the bereaved.
    await expect.poll(() => form.count()).toBe(0);
    await lead.page.getByRole('heading', { name: 'グリーフケア' }).waitFor();
    const { tasks } = (await nurse.get<{ tasks: { caseId: string }[] }>('/tasks')).body;
    expect(tasks.filter(({ caseId }) => caseId === id)).toEqual([]);
    await lead.page.getByRole('link', { name: 'ご遺族への連絡を記録する' }).click();
    await fill(lead.page, { note: '四十九日のころに伺う' });
    await lead.page.locator(submit).click();
    await lead.page.waitForURL(url => url.pathname === `/cases/${id}`);
    await lead.page.goto(`${program.url}/cases/${id}/followUp`);
    await lead.page.getByText('四十九日のころに伺う').waitFor();
    expect(await findingsOf(lead.page, 1366)).toEqual([]);
    await picture(lead.page, 'grief-1366');
    expect([...lead.errors, ...home.errors]).toEqual([]);
    await Promise.all([lead.context.close(), home.context.close()]);
  });
});
