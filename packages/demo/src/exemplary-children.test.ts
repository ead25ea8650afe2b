import { type CaseAccess, projectCard, type SeenCard } from '@kaerimichi/access';
import { addDays, type CaseFacts, type Day, daysBetween } from '@kaerimichi/discharge';
import { deadlinesOf, transitionsOf } from '@kaerimichi/discharge/chart';
import { describe, expect, it } from 'vitest';
import { exemplaryChildren } from './exemplary-children.ts';
import { tellStory } from './tell-story.ts';

const hubs = ['org-kyoten'];
const lead: CaseAccess = { class: 'full', categories: [] };

type Seen = { readonly card: SeenCard; readonly facts: CaseFacts; readonly unmet: string[]; readonly dueIn: number };

/** What the board of the children's hospital shows of them on the day of seeding, and what their way forward lacks. */
function childrenOn(today: Day): Record<string, Seen> {
  const told = exemplaryChildren(today).map(story => tellStory(story, { now: `${today}T01:00:00.000Z`, hubs }));
  return Object.fromEntries(
    told.map(({ no, plans }) => {
      const last = plans.at(-1);
      if (!last) throw new Error(`${no} has no story`);
      const card = projectCard(last.card, lead, { on: today, org: 'org-kodomo' });
      const forward = transitionsOf({ value: last.next.value, facts: last.next.facts }, today).find(
        ({ isForward }) => isForward,
      );
      const unmet = (forward?.unmet ?? []).map(({ code }) => code);
      const dueIn = card.due ? daysBetween(today, card.due.on) : Number.NaN;
      return [no, { card, facts: last.next.facts, unmet, dueIn }];
    }),
  );
}

// Ages and days are relative: months of every length, a leap day, the turn of a year.
describe.each(['2026-11-29', '2027-01-01', '2027-03-31', '2028-02-29', '2027-08-31'])('seeded on %s', today => {
  const children = childrenOn(today);

  it('青木 ひな is eight months old (corrected five), two steps of training short, on hold for her family', () => {
    const { card, unmet, facts } = children['K-0151'] ?? {};
    expect(card).toMatchObject({ age: 8, corrAge: 5, column: 'preparation', needs: ['oxygen', 'nasalTube'] });
    expect(card).toMatchObject({ holds: [{ code: 'familyCircumstances', n: 1 }], tracks: { training: 'working' } });
    expect(facts?.skills.filter(({ level }) => level < 4).map(({ caregiver }) => caregiver)).toEqual([
      'father',
      'father',
    ]);
    expect(unmet).toEqual([]);
  });

  it('石井 そら is due in two days; minutes and suctioning by a second caregiver are open, nothing else', () => {
    const { card, unmet, facts, dueIn } = children['K-0142'] ?? {};
    expect(card).toMatchObject({ age: 14, column: 'conference', needs: ['tracheostomy', 'ventilator', 'oxygen'] });
    expect(unmet?.toSorted()).toEqual(['minutesApproved', 'trainingReady']);
    expect(dueIn).toBe(2);
    expect(facts?.conferences).toMatchObject([
      { heldOn: addDays(today, -4), minutes: 'drafted' },
      { plannedOn: addDays(today, 3), minutes: 'none' },
    ]);
  });

  it('大野 りく is nine and was admitted for an evaluation two days ago, from home', () => {
    const { card, facts } = children['K-0120'] ?? {};
    expect(card).toMatchObject({ age: 108, column: 'evaluation', needs: ['niv', 'gastrostomy'] });
    expect(card?.flags).toContain('evaluationFromHome');
    expect(facts?.entry).toMatchObject({ stage: 'evaluationAdmission', on: addDays(today, -2) });
    expect(facts?.nursingOrder?.lapsedOn).toBeUndefined();
  });

  it('上野 みお is three days overdue, with one open question and one station that declined', () => {
    const { card, facts, dueIn } = children['K-0098'] ?? {};
    expect(card).toMatchObject({ age: 48, column: 'handoff', needs: ['gastrostomy', 'suction'] });
    expect(dueIn).toBe(-3);
    expect(facts?.handoffs).toMatchObject([
      { status: 'questioned', questions: [{ section: 'nutrition', answered: false }] },
    ]);
    expect(facts?.team.filter(({ state }) => state === 'declined').map(({ org }) => org)).toEqual(['org-aozora']);
  });

  it('江口 はる is home, and visited today', () => {
    const { card, dueIn, unmet } = children['K-0077'] ?? {};
    expect(card).toMatchObject({ age: 72, column: 'discharge', due: { kind: 'visit' } });
    expect([dueIn, unmet]).toEqual([0, []]);
  });

  it('加藤 ゆい is fifteen and seven months, on her way to adult care and at home; her team has not answered', () => {
    const { card, facts } = children['K-0031'] ?? {};
    expect(card).toMatchObject({ age: 187, column: 'adult', stage: 'stableAtHome', needs: ['niv'] });
    expect(facts?.adult?.answers.toSorted()).toEqual(['family', 'young']);
    expect(facts?.adult?.services.map(({ state }) => state)).toEqual(['candidate', 'candidate']);
  });

  it('nothing is left for the clock to say', () => {
    for (const [no, { facts }] of Object.entries(children))
      expect(
        deadlinesOf(facts).filter(({ fires, on }) => fires && on <= today),
        no,
      ).toEqual([]);
  });
});
