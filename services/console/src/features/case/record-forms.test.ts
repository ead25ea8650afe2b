import type { CaseView, Me, Pathway } from '@kaerimichi/contracts';
import type { Fit } from '@kaerimichi/discharge';
import { describe, expect, it } from 'vitest';
import permissions from '../../../../../docs/permissions.md?raw';
import { eventFormOf } from '../../testing/event-form-of.ts';
import { dailyForms, recordForms } from './record-forms.ts';
import { subjectOf } from './record-subjects.ts';

type Event = Pathway['events'][number];
type More = {
  readonly kind?: Event['kind'];
  readonly stages?: readonly string[];
  readonly item?: [string, (string | undefined)?, Fit[]?];
};

/** One event as the server describes it; `item`: the list that its form chooses from, whether it makes a new one, and what an item must be. */
function event(type: string, { kind = 'fact', stages = [], item }: More = {}): Event {
  const [ref, makesNew, fits = []] = item ?? [];
  const field = { type: 'string', 'x-ref': ref, 'x-fits': fits, ...(makesNew ? { 'x-new': makesNew } : {}) };
  const schema = ref ? { properties: { itemId: field }, required: ['itemId'] } : {};
  const label = { ja: type, en: type };
  return {
    type,
    kind,
    append: false,
    stages: [...stages],
    label,
    todo: label,
    reading: null,
    alsoCalled: null,
    category: 'plan',
    form: eventFormOf(type),
    schema,
  };
}

const events = [
  event('case.registered'),
  event('screening.completed', { kind: 'move', stages: ['screening'] }),
  event('consent.recorded', { item: ['consents', 'always'] }),
  event('consent.withdrawn', { item: ['consents'] }),
  event('candidate.answered', { item: ['team'] }),
  event('skill.assessed'),
  event('conference.planned', { item: ['conferences', 'always'] }),
  event('conference.held', { item: ['conferences'] }),
  event('minutes.approved', { item: ['conferences', undefined, [{ field: 'minutes', is: ['drafted'] }]] }),
  event('evaluation.recorded'),
  event('visit.planned', { item: ['visits', 'always'] }),
  event('visit.signed', { item: ['visits'] }),
  event('handoff.composed', { item: ['handoffs', 'orKnown'] }),
  event('handoff.sent', { item: ['handoffs'] }),
  event('handoff.opened', { item: ['handoffs'] }),
  event('adult.opened'),
  event('adult.serviceMapped'),
  event('hold.added', { item: ['holds', 'always'] }),
  event('hold.removed', { item: ['holds'] }),
  event('note.added'),
  event('requirement.waived', { item: ['requirements'] }),
  event('lead.offered', { item: ['orgs'] }),
  event('lead.accepted'),
  event('move.undone', { kind: 'move' }),
  event('entry.corrected', { kind: 'move' }),
  event('fact.lapsed', { kind: 'time' }),
];
// The part that is read.
const pathway = { events } as unknown as Pathway;
const all = events.map(({ type }) => type).filter(type => !['case.registered', 'fact.lapsed'].includes(type));

const me = { membership: { org: { id: 'lead' } }, abilities: { events: { full: all, partner: [], numberOnly: [] } } };
type Over = {
  readonly can?: readonly string[];
  readonly facts?: object;
  readonly hidden?: readonly string[];
  readonly adult?: string;
};

function formsOf({ can = all, facts = {}, hidden = [], adult = 'none' }: Over = {}) {
  const view = {
    stage: 'preparing',
    class: 'full',
    card: { lead: 'lead' },
    can,
    facts: { plan: facts },
    hidden,
    adult,
  };
  // The parts that decide, of larger answers.
  const forms = recordForms({ view: view as unknown as CaseView, me: me as unknown as Me, pathway, mayWaive: false });
  const open = forms.open.map(({ type }) => type);
  const why = (type: string) => forms.closed.find(({ event }) => event.type === type)?.why;
  return { open, why, forms };
}

describe('the forms of a case', () => {
  it('are not those of the clock, of the history, of others, nor an exception without the right', () => {
    const { open, forms } = formsOf();
    const listed = [...open, ...forms.closed.map(({ event }) => event.type)];
    for (const type of ['fact.lapsed', 'entry.corrected', 'move.undone', 'case.registered', 'requirement.waived'])
      expect(listed).not.toContain(type);
    expect(listed).not.toContain('lead.accepted');
    expect(open).toContain('lead.offered');
  });

  it('of another stage say in which', () => {
    const { open, why } = formsOf({ can: all.filter(type => type !== 'screening.completed') });
    expect(open).not.toContain('screening.completed');
    expect(why('screening.completed')).toEqual({ is: 'stage', stages: ['screening'] });
    expect(why('evaluation.recorded')).toEqual({ is: 'stage', stages: ['evaluationAdmission'] });
  });

  it('of an item that is not there say what begins one, and are open once it is', () => {
    expect(formsOf().why('hold.removed')).toMatchObject({ is: 'first', event: { type: 'hold.added' } });
    expect(formsOf().why('visit.signed')).toMatchObject({ is: 'first', event: { type: 'visit.planned' } });
    expect(formsOf().open).toContain('handoff.composed');
    const { open } = formsOf({ facts: { holds: [{ id: 'h1' }], conferences: [{ id: 'k1' }] } });
    expect(open).toContain('hold.removed');
    expect(open).toContain('conference.held');
    expect(open).not.toContain('minutes.approved');
  });

  it('that answer a handoff are for its receiver, or for the lead where that is nobody here', () => {
    const to = (org?: string) =>
      formsOf({ facts: { handoffs: [{ id: 'h1', status: 'sent', ...(org ? { org } : {}) }] } });
    expect(to('station').why('handoff.opened')).toEqual({ is: 'receiver' });
    expect(to('lead').open).toContain('handoff.opened');
    expect(to().open).toContain('handoff.opened');
    expect(to('station').open).toContain('handoff.sent');
  });

  it('are closed by nothing that is not shared', () => {
    expect(formsOf({ hidden: ['plan'] }).open).toContain('hold.removed');
    expect(formsOf({ hidden: ['family'] }).open).toContain('consent.withdrawn');
  });

  it('of the transition to adult care wait for its beginning, which comes once', () => {
    expect(formsOf({ adult: 'prompted' }).why('adult.serviceMapped')).toEqual({ is: 'adult' });
    expect(formsOf({ adult: 'open' }).open).toContain('adult.serviceMapped');
    expect(formsOf({ adult: 'open' }).why('adult.opened')).toEqual({ is: 'over' });
    expect(formsOf({ adult: '' }).open).toContain('adult.serviceMapped');
  });

  it('of every day come in the order of the role', () => {
    const { forms } = formsOf({ facts: { team: [{ id: 't1' }] } });
    const of = (role: string) => dailyForms(forms.open, role).map(({ type }) => type);
    expect(of('wardNurse')).toEqual(['skill.assessed', 'note.added', 'hold.added']);
    expect(of('supportPlanner')).toEqual(['candidate.answered', 'note.added']);
    expect(of('visitingNurse')).toEqual(['note.added']);
  });
});

describe('every event that anybody may send', () => {
  const types = new Set(permissions.match(/(?<=^\| `)\w+\.\w+(?=`)/gm));
  const listed = [...types].filter(type => type !== 'entry.corrected' && type !== 'move.undone');
  const familyOf = (type: string) => type.split('.')[0] ?? '';

  it('is about something', () => {
    expect(listed.length).toBeGreaterThan(80);
    const others = listed.filter(type => subjectOf({ type, kind: 'fact' }) === 'other').map(familyOf);
    // Families of moves alone are told apart by their kind.
    expect([...new Set(others)].sort()).toEqual(['case', 'firstVisit', 'planning', 'preparation', 'screening']);
  });
});
