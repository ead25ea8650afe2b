import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestStore, type TestStore } from '../testing/open-test-store.ts';

let test: TestStore;
beforeAll(async () => {
  test = await openTestStore();
});
afterAll(() => test.close());

const send = async (to = 'hospital', content: Record<string, unknown> = {}) =>
  (await test.store.referrals.send({ from: 'station', to, person: 'visits', role: 'visitingNurse', content })).id;
const stateOf = async (id: string) => (await test.store.referrals.find('hospital', id))?.state;

describe('a referral', () => {
  it('is kept as it was told, whatever its words', async () => {
    const content = { reason: 'x\\u0000 "\\" 外字🧒\n2行目' };
    const id = await send('hospital', content);
    expect((await test.store.referrals.find('station', id))?.content).toEqual(content);
    expect(await test.store.referrals.find('other', id)).toBeNull();
  });

  it('of many answers at once takes one', async () => {
    const id = await send();
    const by = { org: 'hospital', person: 'nurse' };
    const taken = await Promise.all([
      test.store.referrals.decide(id, { ...by, state: 'accepted', caseId: 'c1' }),
      test.store.referrals.decide(id, { ...by, state: 'declined', reason: 'hours' }),
      test.store.referrals.decide(id, { org: 'station', person: 'visits', state: 'withdrawn' }),
    ]);
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await stateOf(id)).toBe((['accepted', 'declined', 'withdrawn'] as const)[taken.indexOf(true)]);
  });

  it('is answered by its receiver and withdrawn by its sender, and by nobody else', async () => {
    const id = await send();
    const { decide } = test.store.referrals;
    expect(await decide(id, { org: 'station', person: 'visits', state: 'accepted', caseId: 'c1' })).toBe(false);
    expect(await decide(id, { org: 'hospital', person: 'nurse', state: 'withdrawn' })).toBe(false);
    expect(await decide(id, { org: 'other', person: 'nurse', state: 'declined', reason: 'hours' })).toBe(false);
    expect(await stateOf(id)).toBe('sent');
  });

  it('is neither accepted without a case nor declined without a reason: the table refuses both', async () => {
    const id = await send();
    const by = { org: 'hospital', person: 'nurse' };
    await expect(test.store.referrals.decide(id, { ...by, state: 'accepted' })).rejects.toMatchObject({
      code: '23514',
    });
    await expect(test.store.referrals.decide(id, { ...by, state: 'declined' })).rejects.toMatchObject({
      code: '23514',
    });
    expect(await stateOf(id)).toBe('sent');
  });

  it('that waits is listed before those that were answered, the oldest first', async () => {
    const [one, two, three] = [await send('list'), await send('list'), await send('list')];
    await test.store.referrals.decide(one, { org: 'list', person: 'nurse', state: 'declined', reason: 'hours' });
    const { referrals, more } = await test.store.referrals.list('list', 'in');
    expect([referrals[2]?.id, more]).toEqual([one, false]);
    expect(
      referrals
        .slice(0, 2)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([two, three].sort());
  });
});
