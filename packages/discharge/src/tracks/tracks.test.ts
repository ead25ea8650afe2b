import { describe, expect, it } from 'vitest';
import { cardOf, transitionsOf } from '../chart.ts';
import { aCase, type Story } from '../histories/a-case.ts';
import { planBody, preparation } from '../histories/phases.ts';
import { codesOf } from '../histories/walk.ts';
import { explainRequirement } from '../reasons.ts';

const planned = (change: object = {}) =>
  aCase().sends('dsn', 'plan.written', {
    ...planBody,
    roles: [],
    procedures: [],
    devices: [],
    entitlements: [],
    ...change,
  });
const track = (child: Story, name: 'community' | 'training' | 'equipment' | 'entitlements') =>
  child.position().tracks[name];

describe('every track', () => {
  it('waits for a plan: without one nothing can be said', () => {
    expect(new Set(Object.values(aCase().position().tracks))).toEqual(new Set(['working']));
    const { community, training, entitlements } = planned({ needs: [], homeNursing: false }).position().tracks;
    expect([community, training, entitlements]).toEqual(['ready', 'ready', 'ready']);
  });

  it('is not finished by an empty list: a child on a ventilator needs skills, devices and people at home', () => {
    const child = planned();
    expect(child.position().tracks).toMatchObject({ community: 'working', training: 'working', equipment: 'working' });
    for (const id of ['communityReady', 'trainingReady', 'equipmentReady'])
      expect(explainRequirement(id, { facts: child.facts(), on: child.on(), needs: [id] }).unmet, id).toMatchObject({
        text: { ja: expect.stringContaining('退院支援計画書に') },
        fix: { event: 'plan.written' },
      });
    expect(planned({ destination: 'facility', homeNursing: false }).position().tracks.training).toBe('ready');
  });
});

describe('community', () => {
  const asked = () =>
    planned({ roles: ['visitingNurse'] }).sends('dsn', 'candidate.asked', {
      candidateId: 't1',
      function: 'visitingNurse',
      organisation: 'org-nozomi',
    });

  it('is ready when every role has an organisation that accepted, and no longer when it ends', () => {
    const child = asked();
    expect(track(child, 'community')).toBe('working');
    child.sends('hvn', 'candidate.answered', { candidateId: 't1', answer: 'accepted' });
    expect(track(child, 'community')).toBe('ready');
    expect(child.facts().team).toMatchObject([{ state: 'accepted', org: 'org-nozomi', answeredOn: '2026-01-05' }]);
    child.sends('hvn', 'candidate.answered', { candidateId: 't1', answer: 'ended' });
    expect(track(child, 'community')).toBe('working');
  });

  it('keeps the day by which a reply is wanted, and refuses one before the day of asking', () => {
    const ask = { candidateId: 't1', function: 'visitingNurse', organisation: 'org-nozomi' };
    expect(codesOf(aCase().tries('dsn', 'candidate.asked', { ...ask, replyBy: '2026-01-04' }))).toEqual([
      'candidate.replyBy',
    ]);
    const child = aCase().sends('dsn', 'candidate.asked', { ...ask, replyBy: '2026-01-12' });
    expect(child.facts().team).toMatchObject([{ askedOn: '2026-01-05', replyBy: '2026-01-12' }]);
  });

  it('remembers of an organisation that waits with an enquiry that the family once told it, whoever withdraws after', () => {
    const consent = {
      ...{ scope: 'recipient', categories: ['contacts'], purpose: 'care', from: '2026-01-05', method: 'oral' },
      givers: [{ relation: 'mother', authority: 'parental' }],
    };
    const child = asked();
    for (const recipient of ['org-nozomi', 'org-b', 'org-c'])
      child
        .sends('dsn', 'consent.recorded', { ...consent, recipient, consentId: `c-${recipient}` })
        .sends('dsn', 'consent.withdrawn', { consentId: `c-${recipient}` });
    child.sends('dsn', 'consent.recorded', { ...consent, recipient: 'org-d', consentId: 'c-d' });
    expect(child.facts().consents.map(({ recipient }) => recipient)).toEqual(['org-c', 'org-d']);
    expect(child.facts().toldOrgs).toEqual(['org-nozomi', 'org-b']);
  });

  it('never forgets that an organisation left which was sent a handoff, whoever declines after it', () => {
    const child = aCase().goesTo('discharged');
    const own = child.facts().team.find(({ org }) => org === 'org-nozomi');
    child.sends('hvn', 'candidate.answered', { candidateId: own?.id ?? '', answer: 'ended' });
    for (const n of [1, 2, 3])
      child
        .sends('dsn', 'candidate.asked', {
          candidateId: `n${n}`,
          function: 'visitingNurse',
          organisation: 'org-aozora',
        })
        .sends('dsn', 'candidate.answered', { candidateId: `n${n}`, answer: 'declined', declineReason: 'hours' });
    child.sends('dsn', 'candidate.asked', { candidateId: 'n4', function: 'visitingNurse', organisation: 'org-aozora' });
    expect(child.facts().handoffs.map(({ org }) => org)).toContain('org-nozomi');
    expect(child.facts().team).toContainEqual(expect.objectContaining({ org: 'org-nozomi', state: 'ended' }));
    expect(child.facts().team.filter(({ org }) => org === 'org-aozora')).toHaveLength(2);
  });

  it('waits for whoever was asked, in the role that answers there; for who signs in nowhere, the lead asks', () => {
    const turnOf = (part: string, organisation: string) =>
      cardOf(
        { id: 'c', no: 'K-1', name: null, kana: null },
        aCase()
          .goesTo('jointConference')
          .prepares()
          .sends('dsn', 'plan.written', { ...planBody, roles: [part] })
          .sends('dsn', 'candidate.asked', { candidateId: 'x', function: part, organisation })
          .state(),
        { version: 1, on: '2026-03-01' },
      ).turn;
    expect(turnOf('school', 'org-gakko')).toMatchObject({ org: 'org-gakko', role: 'school' });
    expect(turnOf('deviceVendor', 'org-kiki')).toMatchObject({ org: 'org-kiki', role: 'deviceVendor' });
    expect(turnOf('pharmacist', 'org-yakkyoku')).toMatchObject({ org: 'org-kodomo', role: 'dischargeNurse' });
  });

  it('asks again when a candidate declines with its reason', () => {
    const child = asked();
    expect(codesOf(child.tries('hvn', 'candidate.answered', { candidateId: 't1', answer: 'declined' }))).toEqual([
      'candidate.reason',
    ]);
    child.sends('hvn', 'candidate.answered', { candidateId: 't1', answer: 'declined', declineReason: 'hours' });
    expect(track(child, 'community')).toBe('working');
    child
      .sends('dsn', 'candidate.asked', { candidateId: 't2', function: 'visitingNurse', outside: '隣県の訪問看護' })
      .sends('dsn', 'candidate.answered', { candidateId: 't2', answer: 'accepted' });
    expect(track(child, 'community')).toBe('ready');
  });

  it('takes an answer to the enquiry that is open: an old one is not taken up again beside it', () => {
    const again = { candidateId: 't2', function: 'visitingNurse', organisation: 'org-nozomi' };
    const child = asked()
      .sends('hvn', 'candidate.answered', { candidateId: 't1', answer: 'declined', declineReason: 'hours' })
      .sends('dsn', 'candidate.asked', again);
    for (const by of ['hvn', 'dsn'])
      expect(child.tries(by, 'candidate.answered', { candidateId: 't1', answer: 'accepted' })).toMatchObject({
        reasons: [
          {
            code: 'candidate.over',
            text: {
              ja: expect.stringContaining('いま続いている打診'),
              en: expect.stringContaining('the one that is open'),
            },
            turn: { org: 'org-nozomi', role: 'visitingNurse' },
            fix: { event: 'candidate.answered', fill: { candidateId: 't2' } },
          },
        ],
      });
    child.sends('hvn', 'candidate.answered', { candidateId: 't2', answer: 'accepted' });
    expect(child.facts().team.map(({ id, state }) => [id, state])).toEqual([
      ['t1', 'declined'],
      ['t2', 'accepted'],
    ]);
  });

  it('is not taken up again by a partner that another part is asked of: the lead asks anew', () => {
    const child = asked()
      .sends('hvn', 'candidate.answered', { candidateId: 't1', answer: 'accepted' })
      .sends('hvn', 'candidate.answered', { candidateId: 't1', answer: 'ended' })
      .sends('dsn', 'candidate.asked', { candidateId: 't2', function: 'therapist', organisation: 'org-nozomi' });
    expect(child.tries('hvn', 'candidate.answered', { candidateId: 't1', answer: 'accepted' })).toMatchObject({
      reasons: [
        {
          code: 'candidate.over',
          turn: { org: 'org-kodomo', role: 'dischargeNurse' },
          fix: { event: 'candidate.asked', fill: { function: 'visitingNurse', organisation: 'org-nozomi' } },
        },
      ],
    });
    expect(track(child, 'community')).toBe('working');
  });

  it('asks neither the lead nor one’s own organisation', () => {
    const ask = (by: string, organisation: string) =>
      codesOf(aCase().tries(by, 'candidate.asked', { candidateId: 't1', function: 'hub', organisation }));
    expect([ask('dsn', 'org-kodomo'), ask('coord', 'org-kodomo'), ask('coord', 'org-kyoten')]).toEqual([
      ['candidate.own'],
      ['candidate.own'],
      ['candidate.own'],
    ]);
    expect(ask('coord', 'org-nozomi')).toEqual([]);
  });

  it('takes an answer from the organisation that was asked, or from the lead that heard it', () => {
    const child = asked();
    expect(codesOf(child.tries('hvn2', 'candidate.answered', { candidateId: 't1', answer: 'accepted' }))).toEqual([
      'item.unknown',
    ]);
    expect(codesOf(child.tries('hvn', 'candidate.answered', { candidateId: 't9', answer: 'accepted' }))).toEqual([
      'item.unknown',
    ]);
    child.sends('dsn', 'candidate.answered', { candidateId: 't1', answer: 'accepted' });
  });

  it('wants to know who is asked', () => {
    const body = { candidateId: 't1', function: 'pharmacist' };
    expect(codesOf(aCase().tries('dsn', 'candidate.asked', body))).toEqual(['candidate.who']);
    const twice = aCase().sends('dsn', 'candidate.asked', { ...body, organisation: 'org-x' });
    expect(codesOf(twice.tries('dsn', 'candidate.asked', { ...body, organisation: 'org-y' }))).toEqual(['item.exists']);
  });

  it('shows whose turn it is while a candidate has not answered', () => {
    const child = aCase().goesTo('jointConference').prepares();
    child.sends('hvn', 'candidate.answered', { candidateId: 't-station', answer: 'ended' });
    child.sends('dsn', 'candidate.asked', { candidateId: 't2', function: 'visitingNurse', organisation: 'org-aozora' });
    const card = cardOf({ id: 'c', no: 'K-1', name: null, kana: null }, child.state(), { version: 1, on: child.on() });
    expect(card).toMatchObject({ next: 'communityReady', turn: { org: 'org-aozora', since: child.on() } });
  });
});

describe('training', () => {
  const assessed = (child: Story, caregiver: string, level: number) => {
    const body = { procedure: 'tubeFeeding', caregiver, level };
    return child.sends('dsn', 'skill.assessed', body).sends('ward', 'skill.assessed', body);
  };

  it('is ready when enough caregivers do every mandatory procedure alone', () => {
    const child = planned({ procedures: [{ procedure: 'tubeFeeding', caregivers: 2 }] });
    assessed(assessed(child, 'mother', 4), 'father', 3);
    expect(track(child, 'training')).toBe('working');
    expect(track(assessed(child, 'father', 4), 'training')).toBe('ready');
    expect(track(assessed(child, 'mother', 2), 'training')).toBe('working');
  });

  it('counts a skill for ninety days', () => {
    const child = assessed(planned({ procedures: [{ procedure: 'tubeFeeding', caregivers: 1 }] }), 'mother', 4);
    child.waits(90).sends('dsn', 'note.added', { note: '-' });
    expect(track(child, 'training')).toBe('ready');
    child.waits(1).sends('dsn', 'note.added', { note: '-' });
    expect(track(child, 'training')).toBe('working');
  });

  it('says which procedure is short, in words', () => {
    const child = aCase().goesTo('jointConference').prepares();
    child.sends('ward', 'skill.assessed', { procedure: 'suctionTracheal', caregiver: 'father', level: 3 });
    const close = transitionsOf(child.state(), child.on()).find(({ event }) => event === 'preparation.closed');
    expect(close?.unmet).toMatchObject([
      {
        code: 'trainingReady',
        text: { ja: '手技「吸引(気切)」:2人以上が「ひとりで」。いま 1人' },
        fix: { event: 'skill.assessed', fill: { procedure: 'suctionTracheal' } },
      },
    ]);
  });
});

describe('equipment', () => {
  const device = {
    deviceId: 'd1',
    kind: 'suction',
    electric: true,
    atHome: true,
    consumables: true,
    vendorPhone24h: true,
  };

  it('is ready with every device complete and the home and its power checked', () => {
    const child = planned({ devices: [{ kind: 'suction', electric: true }] });
    child.sends('dsn', 'home.checked', { home: true, power: true, powerPlan: false });
    for (const gap of ['atHome', 'consumables', 'vendorPhone24h']) {
      child.sends('dsn', 'device.chosen', { ...device, [gap]: false });
      expect(track(child, 'equipment')).toBe('working');
    }
    child.sends('dsn', 'device.chosen', device);
    expect(track(child, 'equipment')).toBe('ready');
    for (const gap of ['home', 'power']) {
      child.sends('dsn', 'home.checked', { home: true, power: true, powerPlan: true, [gap]: false });
      expect(track(child, 'equipment')).toBe('working');
    }
  });
});

describe('entitlements', () => {
  const kind = 'chronicChildhoodDisease';

  it('are ready when each is not needed, applied for with an owner, or granted and not over', () => {
    const child = planned({ entitlements: [kind] });
    const update = (body: object) =>
      track(child.sends('dsn', 'entitlement.updated', { kind, ...body }), 'entitlements');
    expect(codesOf(child.tries('dsn', 'entitlement.updated', { kind, state: 'applied' }))).toEqual([
      'entitlement.owner',
    ]);
    expect(update({ state: 'needed' })).toBe('working');
    expect(update({ state: 'applied', owner: 'm-dsn' })).toBe('ready');
    expect(update({ state: 'notNeeded' })).toBe('ready');
    expect(update({ state: 'granted', until: '@30' })).toBe('ready');
    child.waits(31).sends('dsn', 'note.added', { note: '-' });
    expect(track(child, 'entitlements')).toBe('working');
  });
});

describe('what was prepared', () => {
  it('is taken from the plan: a new version asks for what it adds', () => {
    const child = aCase().goesTo('preparing').plays(preparation);
    child.sends('dsn', 'plan.written', { ...planBody, roles: [...planBody.roles, 'pharmacist'] });
    expect(child.position().tracks).toMatchObject({ community: 'working', training: 'ready' });
  });
});
