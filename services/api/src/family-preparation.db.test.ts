import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FamilyApi, startFamilyApi } from './testing/start-family-api.ts';

let family: FamilyApi;
beforeAll(async () => {
  family = await startFamilyApi();
  await family.joinAs('mai');
  await family.joinAs('ken', { relation: 'father' });
  await family.joinAs('money', { categories: ['money'] });
});
afterAll(() => family.api.stop());

const pageOf = async (who: string) => (await family.ask(who, '/family')).json;
const rating = { type: 'skill.selfRated', procedure: 'suctionOral', caregiver: 'mother', selfRating: 2 };
const diary = { type: 'trialStay.noted', stayId: 's1', isProblem: true, diary: '夜に2回アラームが鳴った' };

describe('a guardian', () => {
  it('says how sure it feels of what it practises itself, and of nothing else', async () => {
    expect((await family.tell('mai', rating)).status).toBe(200);
    expect(await pageOf('mai')).toMatchObject({ ratings: [{ procedure: 'suctionOral', rating: 2 }] });
    // Not for somebody else, not of what nobody taught it, and not without the right to it.
    expect((await family.tell('mai', { ...rating, caregiver: 'father' })).status).toBe(403);
    expect((await family.tell('mai', { ...rating, procedure: 'cannulaChange' })).status).toBe(403);
    expect((await family.tell('ken', { ...rating, caregiver: 'father' })).status).toBe(403);
    expect((await family.tell('money', rating)).status).toBe(403);
    expect(await pageOf('ken')).toMatchObject({ ratings: [] });
    const { skills } = (await family.ask('nurse', `/cases/${family.caseId}/preparation`)).json as {
      skills: { cells: { learner: string; self: object | null }[] };
    };
    expect(skills.cells.find(({ learner }) => learner === 'mother')).toMatchObject({ self: { rating: 2 } });
  });

  it('reads the preparation of the team nowhere', async () => {
    const told = await family.ask('mai', `/cases/${family.caseId}/preparation`);
    expect([told.status, told.json.skills, told.json.stays]).toEqual([200, null, null]);
    expect(JSON.stringify(told.json)).not.toMatch(/canary/);
  });

  it('writes the diary of a stay once the child is away, and the nurse reads it', async () => {
    const stay = { stayId: 's1', stayKind: 'rehearsal', from: '2026-12-01', to: '2026-12-02', stationVisits: false };
    expect((await family.tell('mai', diary)).status).toBe(403);
    await family.told('nurse', { type: 'trialStay.planned', ...stay });
    expect((await family.tell('mai', diary)).status).toBe(403);
    expect(await pageOf('mai')).toMatchObject({ stay: null });
    await family.told('nurse', {
      type: 'case.adopted',
      ...{ stage: 'trialStay', since: '2026-12-01', source: 'paper' },
      stay: { id: 's2', from: '2026-12-01', to: '2026-12-02' },
    });
    expect((await family.tell('mai', { ...diary, stayId: 's2' })).status).toBe(200);
    expect(await pageOf('mai')).toMatchObject({
      stay: { id: 's2', isAway: true, diary: [{ isProblem: true, text: diary.diary }] },
    });
    expect((await family.tell('money', { ...diary, stayId: 's2' })).status).toBe(403);
    const { stays } = (await family.ask('nurse', `/cases/${family.caseId}/preparation`)).json as {
      stays: { id: string; diary: object[] }[];
    };
    expect(stays.find(({ id }) => id === 's2')).toMatchObject({
      diary: [{ by: { name: 'mai', role: 'family' }, isProblem: true, diary: diary.diary }],
    });
  });
});
