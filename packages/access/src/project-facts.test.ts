import { type CaseFacts, type Category, caseFacts, categories, emptyFacts, roleIds } from '@kaerimichi/discharge';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { categoryRights, projectFacts, type Right } from './index.ts';
import { aViewer } from './testing/viewers.ts';

const stamp = { seq: 1, on: '2026-01-01', round: 0 };
const team = (org: string, state: CaseFacts['team'][number]['state'] = 'asked') => ({
  ...stamp,
  id: `t-${org}`,
  function: 'visitingNurse' as const,
  org,
  state,
});
const handoff = (org: string, status: CaseFacts['handoffs'][number]['status'] = 'sent') => ({
  ...stamp,
  id: `h-${org}`,
  org,
  status,
  version: 1,
  ...(status === 'draft' ? {} : { sentSeq: 3, sentVersion: 1 }),
  confirmed: [],
  questions: [],
});

const names = Object.keys(caseFacts.shape) as (keyof CaseFacts)[];
/** Every fact is a word of its own, so that one that leaks is seen whatever its shape. */
const canaries = {
  ...Object.fromEntries(names.map(name => [name, `canary-${name}`])),
  team: [team('station'), team('other')],
  handoffs: [handoff('station'), handoff('other')],
  consents: [{ ...stamp, id: 'canary-consents', recipient: 'station', fromCase: 'canary-number' }],
  // Deliberately not of the schema's shapes: only names matter here.
} as unknown as CaseFacts;
/** The lead by its word as a fact. */
const LEAD = 'canary-lead';
const all = (right: Right): Partial<Record<Category, Right>> =>
  Object.fromEntries(categories.map(category => [category, right]));
const shownNames = (rights: Partial<Record<Category, Right>>, org = LEAD) =>
  Object.values(projectFacts(canaries, rights, org).facts)
    .flatMap(Object.keys)
    .sort();

/** Where rules have a say, in the list of tasks, on the page of the checklists, and beside the facts. */
const toldElsewhere = ['rules', 'tasks', 'mentions', 'checklists', 'checklistItems', 'documents', 'mergedInto'];

describe('facts', () => {
  it('have one category each, and all are shown to whoever reads all', () => {
    for (const right of ['write', 'read', 'writeOwn'] as const)
      expect(shownNames(all(right)), right).toEqual(names.filter(name => !toldElsewhere.includes(name)).sort());
  });

  it('of tasks are told in a list of what one has to do, and of a merge beside the facts: nowhere else', () => {
    expect(JSON.stringify(projectFacts(canaries, all('write'), LEAD))).not.toMatch(
      /canary-(rules|tasks|mentions|checklists|checklistItems|documents|mergedInto)/,
    );
  });

  it('are shown by category as far as the rights go; nothing of another category is in the answer', () => {
    const whole = projectFacts(canaries, all('read'), LEAD).facts;
    fc.assert(
      fc.property(fc.subarray([...categories]), seen => {
        const { facts, hidden } = projectFacts(canaries, Object.fromEntries(seen.map(name => [name, 'read'])), LEAD);
        const text = JSON.stringify(facts);
        for (const [category, values] of Object.entries(whole))
          for (const [name, value] of Object.entries(values)) {
            if (typeof value !== 'string') continue;
            expect(text.includes(`"${value}"`), name).toBe(seen.some(other => other === category));
          }
        expect(hidden.filter(category => seen.includes(category))).toEqual([]);
      }),
    );
  });

  it('are named by category where they are hidden, the same whatever the case holds', () => {
    const rights = { contacts: 'read' } as const;
    const { hidden } = projectFacts(emptyFacts('lead'), rights, 'lead');
    expect(projectFacts(canaries, rights, LEAD).hidden).toEqual(hidden);
    expect([...hidden].sort()).toEqual(['clinical', 'disaster', 'family', 'money', 'plan', 'skills']);
    expect(hidden).not.toContain('protection');
  });

  it('are few in a summary: care needs, devices, wish, power, schemes', () => {
    expect(shownNames(all('summary'))).toEqual(['devices', 'entitlements', 'homeChecked', 'needs', 'wish']);
    expect(projectFacts(canaries, { clinical: 'summary' }, LEAD).facts).toEqual({
      clinical: { needs: 'canary-needs' },
    });
  });

  it('are only what concerns it for whoever sees its own part', () => {
    expect(shownNames(all('own'))).toEqual(['devices', 'homeChecked', 'lead', 'needs']);
    const { plan } = projectFacts(canaries, all('own'), 'station').facts;
    expect(plan).toEqual({ lead: 'canary-lead', team: [team('station')], handoffs: [handoff('station')] });
  });

  it('are, for a candidate that sees the number only, its own enquiry and nothing else', () => {
    expect(projectFacts(canaries, {}, LEAD).facts).toEqual({});
    expect(projectFacts(canaries, {}, 'station').facts).toEqual({
      plan: { team: [team('station')], handoffs: [handoff('station')] },
    });
    expect(projectFacts(canaries, {}, 'station').hidden).toContain('plan');
    expect(projectFacts(canaries, {}, 'stranger').facts).toEqual({});
  });

  it('tell the lead alone from which other case a consent was taken over', () => {
    const consents = (org: string) => projectFacts(canaries, all('read'), org).facts.family?.consents;
    expect(consents(LEAD)).toEqual(canaries.consents);
    expect(consents('station')).toEqual([{ ...stamp, id: 'canary-consents', recipient: 'station' }]);
  });

  it('do not tell an organisation that it is only considered, or of a draft', () => {
    const early = { ...canaries, team: [team('station', 'considered')], handoffs: [handoff('station', 'draft')] };
    expect(projectFacts(early, {}, 'station').facts).toEqual({});
  });

  it('of team and handoffs are, for a partner, who takes part and what is addressed to it', () => {
    const shared = {
      ...canaries,
      team: [team('other'), team('accepted', 'accepted'), team('no', 'declined'), team('station', 'declined')],
      handoffs: [handoff('station'), handoff('other'), handoff('accepted', 'accepted')],
    };
    expect(projectFacts(shared, all('writeOwn'), 'station').facts.plan).toMatchObject({
      team: [team('accepted', 'accepted'), team('station', 'declined')],
      handoffs: [handoff('station')],
    });
    expect(projectFacts(shared, all('writeOwn'), LEAD).facts.plan?.team).toHaveLength(4);
  });

  it('of the plan leave out devices, procedures and schemes of categories that are not read', () => {
    const plan = { ...stamp, homeNursing: true, procedures: ['p'], devices: ['d'], entitlements: ['e'] };
    const planned = { ...canaries, plan } as unknown as CaseFacts;
    const seen = (rights: Partial<Record<Category, Right>>) =>
      Object.keys(projectFacts(planned, rights, LEAD).facts.plan?.plan ?? {});
    expect(seen({ plan: 'read' })).toEqual(['seq', 'on', 'round', 'homeNursing']);
    expect(seen({ plan: 'writeOwn', skills: 'summary', money: 'read' })).not.toContain('devices');
    expect(seen({ plan: 'writeOwn', skills: 'read', money: 'read' })).toEqual(Object.keys(plan));
  });

  it('do not tell the birth date by the days on which an age was reached or came into view', () => {
    const adult = { promptedOn: '2026-03-19', openedOn: '2026-04-01', answers: [], services: [], visits: [] };
    const prompted = { ...emptyFacts('lead'), bornOn: '2014-03-20', nearedOn: '2026-02-17', adult } as CaseFacts;
    const { promptedOn: _birthday, ...told } = adult;
    const shown = projectFacts(prompted, { plan: 'read' }, 'lead').facts;
    expect(shown.plan?.adult).toEqual(told);
    expect(JSON.stringify(shown)).not.toMatch(/2026-03-19|2026-02-17/);
    expect(projectFacts(prompted, { plan: 'read', contacts: 'read' }, 'lead').facts).toMatchObject({
      plan: { adult },
      contacts: { nearedOn: '2026-02-17' },
    });
  });

  it('leave out what is not known yet', () => {
    const { facts } = projectFacts({ ...emptyFacts('lead'), bornOn: '2025-01-01' }, all('read'), 'lead');
    expect(facts.contacts).toMatchObject({ bornOn: '2025-01-01' });
    expect(facts.contacts).not.toHaveProperty('expectedOn');
    expect(facts).not.toHaveProperty('money.wish');
  });

  it('of no category that a role does not see, for every role', () => {
    const whole = projectFacts(canaries, all('read'), LEAD).facts;
    for (const role of roleIds)
      for (const relation of ['full', 'partner', 'numberOnly'] as const) {
        const rights = categoryRights(aViewer(role), { class: relation, categories });
        const text = JSON.stringify(projectFacts(canaries, rights, LEAD).facts);
        for (const category of categories.filter(other => rights[other] === undefined))
          for (const value of Object.values(whole[category] ?? {}))
            expect(text, `${role} ${relation}`).not.toContain(JSON.stringify(value));
      }
  });
});
