import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FamilyApi, startFamilyApi } from './testing/start-family-api.ts';

let family: FamilyApi;

const k1 = { conferenceId: 'k1' };
const slots = [{ id: 's1', slotOn: '2026-12-10', slotAt: '15:00' }];
const asked = [
  { id: 'station', function: 'visitingNurse', organisation: 'station' },
  { id: 'home', function: 'family' },
];
const answer = (askedId: string, fits: string) => ({
  ...{ ...k1, type: 'conference.answered', askedId },
  answers: [{ slot: 's1', answer: fits }],
});
const meetingsOf = async (who: string) => (await family.ask(who, '/family')).json.meetings;

beforeAll(async () => {
  family = await startFamilyApi();
  await family.joinAs('sei', { decides: false });
  await family.joinAs('aoi', { decides: false, categories: ['contacts'] });
  const poll = { ...k1, type: 'conference.polled', conferenceKind: 'joint', slots, asked, note: 'canary-poll' };
  await family.told('nurse', poll);
});
afterAll(() => family.api.stop());

describe('a family that is asked to a conference', () => {
  it('is told the proposed times, and of nobody else who is asked', async () => {
    const meetings = await meetingsOf('sei');
    expect(meetings).toEqual([
      {
        conference: 'k1',
        seat: 'home',
        asks: 'answer',
        slots: [{ id: 's1', on: '2026-12-10', at: '15:00' }],
        answers: null,
      },
    ]);
    expect(JSON.stringify((await family.ask('sei', '/family')).json)).not.toContain('canary-poll');
    expect(await meetingsOf('aoi')).toEqual([]);
  });

  it('answers for itself alone, where it was granted the plan', async () => {
    expect((await family.tell('sei', answer('station', 'fits'))).status).toBe(403);
    expect((await family.tell('aoi', answer('home', 'fits'))).status).toBe(403);
    expect((await family.tell('sei', answer('home', 'fitsMaybe'))).status).toBe(200);
    expect(await meetingsOf('sei')).toMatchObject([{ answers: { s1: 'fitsMaybe' } }]);
    for (const type of ['conference.askedAgain', 'conference.planned', 'conference.noted'])
      expect([type, (await family.tell('sei', { ...k1, type })).status]).not.toEqual([type, 200]);
  });

  it('confirms the minutes once they are shared, without a word of them on its page', async () => {
    const held = { ...k1, type: 'conference.held', attended: ['attendingDoctor', 'family'], actionItems: [] };
    await family.told('nurse', held);
    expect(await meetingsOf('sei')).toEqual([]);
    await family.told('nurse', { ...k1, type: 'minutes.drafted', minutes: 'canary-minutes' });
    await family.told('doctor', { ...k1, type: 'minutes.approved' });
    await family.told('nurse', { ...k1, type: 'minutes.shared' });
    expect(await meetingsOf('sei')).toMatchObject([{ asks: 'confirm', slots: [] }]);
    expect(JSON.stringify((await family.ask('sei', '/family')).json)).not.toContain('canary-minutes');
    const confirmed = { ...k1, type: 'minutes.confirmed' };
    expect((await family.tell('sei', { ...confirmed, askedId: 'station' })).status).toBe(403);
    expect((await family.tell('sei', { ...confirmed, askedId: 'home' })).status).toBe(200);
    expect(await meetingsOf('sei')).toEqual([]);
  });
});
