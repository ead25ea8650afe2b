import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Body, type FamilyApi, startFamilyApi } from './testing/start-family-api.ts';

let family: FamilyApi;
beforeAll(async () => {
  family = await startFamilyApi();
}, 60_000);
afterAll(() => family.api.stop());

describe('a guardian who came', () => {
  it('is given a new code by whoever may invite, shown once; a withdrawn one is not', async () => {
    const { id } = await family.joinAs('forgetting');
    const renew = (name: string, key = family.keyed(), of = family.caseId) =>
      family.ask(name, `/cases/${of}/guardians/${id}/code`, 'POST', undefined, key);
    const asked = ['ward', 'doctor', 'visitor', 'forgetting', 'admin', 'nobody'];
    const statuses = await Promise.all(asked.map(async name => (await renew(name)).status));
    expect(statuses).toEqual([403, 403, 403, 403, 404, 401]);
    expect((await renew('nurse', family.keyed(), family.otherCase)).status).toBe(404);
    const key = family.keyed();
    expect(await renew('nurse', key)).toMatchObject({
      status: 201,
      json: { slip: { codeUntil: '2026-12-15T00:00:00.000Z' } },
    });
    expect((await renew('nurse', key)).json).toEqual({ slip: null });
    const { entries } = await family.api.store.log.pageOfCase(family.caseId, { before: null, limit: 100, org: null });
    expect(entries.filter(({ what }) => what === 'guardian.renewed')).toMatchObject([{ person: 'nurse' }]);
    await family.ask('nurse', `/cases/${family.caseId}/guardians/${id}`, 'DELETE');
    expect((await renew('nurse')).json).toMatchObject({
      issues: [{ path: '', message: expect.stringMatching(/取り消されています/) }],
    });
  });

  it('sees and decides less or more as whoever may invite changes it', async () => {
    const { id } = await family.joinAs('changing', { categories: ['contacts', 'plan'], decides: true });
    const change = (name: string, body: Body) =>
      family.ask(name, `/cases/${family.caseId}/guardians/${id}`, 'PUT', { decides: false, until: null, ...body });
    const less = { categories: ['disaster'] };
    for (const name of ['ward', 'visitor', 'changing']) expect((await change(name, less)).status, name).toBe(403);
    expect((await change('nurse', { categories: [] })).status).toBe(400);
    expect((await change('nurse', { ...less, until: '2026-11-30' })).json).toMatchObject({
      issues: [{ path: 'until' }],
    });
    expect((await change('nurse', { ...less, until: '2026-12-05' })).status).toBe(204);
    expect((await family.ask('changing', '/family')).json).toMatchObject({ granted: ['disaster'], child: null });
    expect((await family.guardians()).find(guardian => guardian.id === id)).toMatchObject({
      ...{ categories: ['disaster'], decides: false, until: '2026-12-05' },
    });
    expect((await change('nurse', { categories: ['contacts', 'plan'] })).status).toBe(204);
    expect((await family.ask('changing', '/family')).json).toMatchObject({ child: 'そら', now: { step: 1 } });
  });

  it('reads after a death whom to call, and no way of an emergency', async () => {
    const { id } = await family.joinAs('after');
    const route = { type: 'contacts.recorded', when: 'emergencyRoute', contact: '救急外来 045-333-4444' };
    await family.told('nurse', route);
    const whens = async () => {
      const { contacts } = (await family.ask('after', '/family')).json as { contacts: Body[] };
      return contacts.map(({ when }) => when);
    };
    expect(await whens()).toEqual(['emergencyRoute', 'night']);
    const { id: unused } = await family.codeOf();
    await family.told('nurse', { type: 'child.died', place: 'hospital' });
    expect(await whens()).toEqual(['night']);
    // Nobody new comes; whoever came keeps the page, also with a password that was forgotten.
    const nobody = {
      status: 400,
      json: { issues: [{ path: '', message: expect.stringMatching(/^お子さんが亡くなられたため/) }] },
    };
    expect(await family.invite()).toMatchObject(nobody);
    const renew = (guardian: string) =>
      family.ask('nurse', `/cases/${family.caseId}/guardians/${guardian}/code`, 'POST', undefined, family.keyed());
    expect(await renew(unused)).toMatchObject(nobody);
    expect((await renew(id)).status).toBe(201);
    expect((await family.ask('nurse', `/cases/${family.caseId}/guardians`)).json.whyNot).toMatch(
      /^お子さんが亡くなられたため/,
    );
  });
});

describe('a family', () => {
  it('is invited to no case that is closed', async () => {
    const path = `/cases/${family.otherCase}`;
    const headers = { ...family.keyed(), 'if-match': '"1"' };
    const closing = { type: 'case.closed', how: 'noSupportNeeded', reason: 'x' };
    expect((await family.ask('nurse', `${path}/events`, 'POST', closing, headers)).status).toBe(200);
    const invitation = { relation: 'mother', categories: ['contacts'], decides: false };
    expect(await family.ask('nurse', `${path}/guardians`, 'POST', invitation, family.keyed())).toMatchObject({
      status: 400,
      json: { issues: [{ path: '', message: expect.stringMatching(/^このケースは終了しているため/) }] },
    });
  });
});
