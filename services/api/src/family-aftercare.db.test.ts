import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Body, type FamilyApi, startFamilyApi } from './testing/start-family-api.ts';

let family: FamilyApi;
let young: FamilyApi;
beforeAll(async () => {
  family = await startFamilyApi();
  young = await startFamilyApi('2011-05-01');
  for (const { told } of [family, young])
    await told('nurse', { type: 'case.adopted', stage: 'followUp', since: '2026-11-10', source: 'paper' });
  await family.joinAs('mai');
  await family.joinAs('plain', { relation: 'father', categories: ['contacts', 'plan'] });
  await young.joinAs('yui', { relation: 'self', decides: true });
  await young.joinAs('mai');
  await young.told('nurse', { type: 'adult.opened' });
}, 120_000);
afterAll(async () => void (await Promise.all([family.api.stop(), young.api.stop()])));

const pageOf = async (of: FamilyApi, who: string) => (await of.ask(who, '/family')).json;
const answers = {
  ...{ type: 'followUp.familyAnswered', point: 'month1', sleepHours: 4, fatigue: 4, unplannedVisits: 1 },
  ...{ wantsCall: true, going: '注入は落ち着いた', worry: '夜のアラームで起きる' },
};

describe('how it goes at home', () => {
  it('is asked of a guardian who was granted the family’s situation, and stands beside what the nurse finds', async () => {
    expect(await pageOf(family, 'mai')).toMatchObject({ followUp: { point: 'month1', answer: null } });
    expect(await pageOf(family, 'plain')).toMatchObject({ followUp: null });
    expect((await family.tell('plain', answers)).status).toBe(403);
    await family.told('mai', answers);
    expect(await pageOf(family, 'mai')).toMatchObject({
      followUp: {
        point: 'month1',
        answer: { sleepHours: 4, fatigue: 4, wantsCall: true, worry: '夜のアラームで起きる' },
      },
    });
    const { json } = await family.ask('nurse', `/cases/${family.caseId}/aftercare`);
    const { points } = json.followUp as { points: Body[] };
    expect(points.find(({ point }) => point === 'month1')).toMatchObject({
      dueOn: '2026-12-10',
      family: [{ by: { name: 'mai', role: 'family' }, unplannedVisits: 1, going: '注入は落ち着いた' }],
    });
  });

  it('is told neither to a partner without that category nor to another guardian', async () => {
    const atStation = await family.ask('visitor', `/cases/${family.caseId}/aftercare`);
    expect(JSON.stringify(atStation.json)).not.toMatch(/アラーム|落ち着いた/);
    expect(JSON.stringify(await pageOf(family, 'plain'))).not.toMatch(/アラーム|落ち着いた/);
    expect(JSON.stringify((await family.ask('plain', `/cases/${family.caseId}/aftercare`)).json)).not.toMatch(
      /アラーム/,
    );
  });

  it('is asked no more once the child has died: the page keeps whom to call, and takes nothing', async () => {
    await family.told('doctor', { type: 'child.died', place: 'home' });
    expect(await pageOf(family, 'mai')).toMatchObject({
      ...{ over: 'deceased', followUp: null, readiness: null, bring: null, dates: [], tasks: [], meetings: [] },
    });
    expect((await family.tell('mai', answers)).status).toBe(409);
    expect((await family.ask('nurse', `/cases/${family.caseId}`)).json).toMatchObject({ deadlines: [] });
  });
});

describe('readiness for adult care', () => {
  it('is answered by the young person for itself, and by the family for the family', async () => {
    const own = { type: 'readiness.answered', by: 'young', namesMedicines: 'notYet' };
    const theirs = { type: 'readiness.answered', by: 'family', namesMedicines: 'can' };
    expect((await young.tell('mai', own)).status).toBe(403);
    expect((await young.tell('yui', theirs)).status).toBe(403);
    await young.told('yui', own);
    await young.told('mai', theirs);
    expect(await pageOf(young, 'yui')).toMatchObject({
      readiness: { voice: 'young', answers: { namesMedicines: 'notYet' }, own: [] },
    });
    // What the young person answered the team is nobody’s on the family’s page.
    expect(await pageOf(young, 'mai')).toMatchObject({
      readiness: { voice: 'family', answers: { namesMedicines: 'can' }, own: null },
    });
    const { json } = await young.ask('nurse', `/cases/${young.caseId}/aftercare`);
    expect((json.adult as { readiness: Body[] }).readiness.find(({ item }) => item === 'namesMedicines')).toMatchObject(
      {
        gap: { most: ['family'], least: ['young'] },
      },
    );
  });

  it('is kept to itself by the young person alone, and read by nobody else, over no road', async () => {
    const kept = { type: 'readiness.keptPrivate', readinessItem: 'talksAboutBody', own: 'canary-private' };
    for (const name of ['mai', 'nurse', 'ward', 'doctor', 'visitor'])
      expect([name, (await young.tell(name, kept)).status]).toEqual([name, 403]);
    await young.told('yui', kept);
    expect(await pageOf(young, 'yui')).toMatchObject({
      readiness: { own: [{ item: 'talksAboutBody', text: 'canary-private' }] },
    });
    const parts = [
      '',
      '/events',
      '/aftercare',
      '/preparation',
      '/checklists',
      '/documents',
      '/handoffs',
      '/transitions',
    ];
    const roads = [...parts, '/source', '/replay?on=2026-12-01', '/access-log', '/plan'].map(
      part => `/cases/${young.caseId}${part}`,
    );
    const lists = ['/board', '/tasks', '/inbox', '/family', '/search?q=試験'];
    for (const name of ['mai', 'nurse', 'ward', 'doctor', 'visitor', 'admin'])
      for (const road of [...roads, ...lists]) {
        const { json } = await young.ask(name, encodeURI(road));
        expect([name, road, JSON.stringify(json)]).toEqual([name, road, expect.not.stringMatching(/canary-private/)]);
      }
    // Not even that it was this: the history says of it what it says of whatever is not shared.
    const { json } = await young.ask('nurse', `/cases/${young.caseId}/events`);
    expect((json.events as { type: string }[]).map(({ type }) => type)).not.toContain('readiness.keptPrivate');
    const preview = await young.ask('nurse', `/cases/${young.caseId}/preview?org=station&role=visitingNurse`);
    expect(JSON.stringify(preview.json)).not.toMatch(/canary-private/);
  });

  it('is not kept to oneself before fifteen', async () => {
    const child = await startFamilyApi('2012-01-10');
    await child.told('nurse', { type: 'case.adopted', stage: 'stableAtHome', since: '2026-01-10', source: 'paper' });
    await child.told('nurse', { type: 'adult.opened' });
    await child.joinAs('ren', { relation: 'self', decides: false });
    expect(await pageOf(child, 'ren')).toMatchObject({ readiness: { voice: 'young', own: null } });
    const kept = { type: 'readiness.keptPrivate', readinessItem: 'talksAboutBody', own: 'x' };
    const refused = await child.tell('ren', kept);
    expect([refused.status, (refused.json.reasons as Body[])[0]]).toMatchObject([409, { code: 'readiness.tooYoung' }]);
    await child.api.stop();
  });
});
