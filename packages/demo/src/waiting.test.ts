import { newReferral } from '@kaerimichi/contracts';
import { mayBeOneChild, tokyoDay } from '@kaerimichi/discharge';
import { describe, expect, it } from 'vitest';
import { demoStories, tellWorld } from './demo-world.ts';
import { demoOrganisations } from './organisations.ts';
import { personOf, viewerOf } from './people.ts';
import { waitingFor } from './waiting.ts';

const now = '2026-11-29T03:00:00.000Z';
const { referrals, proposals, pairs } = waitingFor(now);
const stories = demoStories('whole', tokyoDay(now));
const storyOf = (no: string) => stories.find(story => story.no === no);
const knownOf = (no: string) => {
  const child = storyOf(no)?.child;
  if (!child) throw new Error(`no ${no}`);
  return { ...child, expectedOn: null, birthOrder: null };
};

describe('what waits in the demo', () => {
  it('is a referral that the program would take, to the children’s hospital', () => {
    expect(referrals).toHaveLength(1);
    for (const { to, content, person, from } of referrals) {
      expect(newReferral.safeParse({ to, ...content }).error).toBeUndefined();
      expect([person, from]).toEqual([personOf('hvn').id, 'org-nozomi']);
    }
  });

  it('is a proposal of whoever may propose and not confirm it', () => {
    for (const { person } of proposals) expect(person).toBe('demo-admin-kyoten');
    expect(viewerOf('admin-kyoten')).toMatchObject({ role: 'admin', orgKind: 'hub', flags: [] });
    expect(proposals.map(({ wish }) => wish.org)).toEqual([demoOrganisations.find(({ kind }) => kind === 'hub')?.id]);
  });

  it('is a pair of cases of two hospitals, each there before somebody pointed to them', () => {
    const told = tellWorld('whole', now);
    for (const { nos, foundAt, at, agreement } of pairs) {
      const cases = nos.map(no => told.find(one => one.no === no));
      expect(new Set(cases.map(one => one?.opening.lead)).size).toBe(2);
      for (const one of cases) expect((one?.opening.plan.event.at ?? '9') < foundAt).toBe(true);
      expect(foundAt < at && at < now).toBe(true);
      expect(agreement).toMatchObject({ family: 'same', given: 'same', birth: 'same', sex: 'same' });
      expect(cases.every(one => (one?.plans.at(-1) ?? one?.opening.plan)?.active)).toBe(true);
    }
  });

  it('has another such pair beside it that nobody pointed to, and no third one', () => {
    const numbers = stories.map(({ no }) => no);
    const alike = numbers.flatMap((one, at) =>
      numbers.slice(at + 1).flatMap(other => (mayBeOneChild(knownOf(one), knownOf(other)) ? [[one, other]] : [])),
    );
    expect(alike).toHaveLength(2);
    expect(alike.map(pair => pair.sort())).toContainEqual([...(pairs[0]?.nos ?? [])].sort());
  });
});
