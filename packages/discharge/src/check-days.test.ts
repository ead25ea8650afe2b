import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { eventDefinitions } from './chart.ts';
import { checkDays, daysIn, isDayField } from './check-days.ts';
import { aCase, type Story } from './histories/a-case.ts';
import { codesOf } from './histories/walk.ts';
import { wireSchema } from './wire-schema.ts';

type Json = Record<string, unknown>;
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** Names of the fields of a JSON Schema that hold days, at any depth. */
function dayNames(schema: unknown, name = ''): string[] {
  if (!isJson(schema)) return [];
  const inner = Object.entries(isJson(schema.properties) ? schema.properties : {});
  const own = schema.format === 'date' ? [name] : [];
  return [...own, ...inner.flatMap(([key, value]) => dayNames(value, key)), ...dayNames(schema.items, name)];
}

const bornIn2020 = () => aCase({ bornOn: '2020-06-01' });
const codes = (child: Story, type: string, body: object) => codesOf(child.tries('dsn', type, body as Json));
const plan = (plannedOn: string) => ({ conferenceId: 'k1', conferenceKind: 'joint', plannedOn });
const stay = (from: string, to: string) => ({ stayId: 's1', stayKind: 'home', stationVisits: false, from, to });

describe('days far from today', () => {
  it.each([
    ['conference.planned', plan('1900-01-01'), 'day.beforeLife'],
    ['conference.planned', plan('2023-12-31'), 'day.longAgo'],
    ['conference.planned', plan('2199-12-31'), 'day.farAhead'],
    ['conference.planned', plan('2046-01-06'), 'day.farAhead'],
    ['trialStay.planned', stay('1900-01-01', '1900-01-03'), 'day.beforeLife'],
    ['trialStay.planned', stay('2018-12-31', '2026-01-08'), 'day.beforeLife'],
    ['hold.added', { holdId: 'w1', code: 'other', recheckOn: '2099-01-01' }, 'day.farAhead'],
    ['entitlement.updated', { kind: 'dailyEquipment', state: 'granted', until: '2062-03-31' }, 'day.farAhead'],
    ['case.adopted', { stage: 'followUp', since: '1925-01-01', source: 'paper' }, 'day.beforeLife'],
  ])('are refused: %s %j', (type, body, code) => {
    expect(codes(bornIn2020(), type, body)).toEqual([code]);
  });

  it.each([
    ['conference.planned', plan('2024-01-05')],
    ['conference.planned', plan('2046-01-05')],
    ['entitlement.updated', { kind: 'dailyEquipment', state: 'granted', until: '2038-06-01' }],
    ['case.adopted', { stage: 'followUp', since: '2021-05-01', source: 'paper' }],
    ['birth.recorded', { bornOn: '2010-06-01' }],
  ])('are taken where they can be meant: %s %j', (type, body) => expect(codes(bornIn2020(), type, body)).toEqual([]));

  it('are those since an adoption too: what was planned then is written down now', () => {
    const child = bornIn2020().sends('dsn', 'case.adopted', {
      stage: 'preparing',
      since: '2022-05-01',
      source: 'paper',
    });
    expect(codes(child, 'conference.planned', plan('2022-06-01'))).toEqual([]);
    expect(codes(child, 'conference.planned', plan('2020-04-30'))).toEqual(['day.longAgo']);
  });

  it('are refused with the field, at any depth, and the bound', () => {
    const child = bornIn2020().sends('dsn', 'conference.planned', plan('2026-01-05'));
    const actionItems = [{ id: 'a1' }, { id: 'a2', dueOn: '2126-02-01' }];
    const said = child.tries('dsn', 'conference.held', {
      conferenceId: 'k1',
      attended: ['visitingNurse'],
      actionItems,
    });
    expect(said).toMatchObject({
      kind: 'wrongStage',
      reasons: [
        {
          code: 'day.farAhead',
          params: { field: 'actionItems.1.dueOn', bound: '2046-01-05' },
          text: {
            ja: expect.stringMatching(/^「期限」は2046年1月5日までの日にしてください。/),
            en: expect.stringContaining('must be 2046-01-05 or earlier'),
          },
        },
      ],
    });
  });

  it('are told by the year of birth alone', () => {
    const [early, late] = ['2020-11-07', '2021-11-05'].map(bornOn => {
      const decision = aCase({ bornOn }).tries('dsn', 'conference.planned', plan('1950-01-01'));
      return decision.ok ? undefined : decision.reasons[0]?.params.bound;
    });
    expect([early, late]).toEqual(['2020-01-01', '2020-01-01']);
  });

  it('are looked at in every field that holds a day', () => {
    const named = eventDefinitions.flatMap(definition =>
      dayNames(z.toJSONSchema(wireSchema(definition), { io: 'input' })),
    );
    expect(new Set(named).size).toBeGreaterThan(8);
    expect(named.filter(name => !isDayField(name))).toEqual([]);
    expect(daysIn({ to: 'planning', rows: [{ dueOn: '2026-01-01' }], id: '2026-01-01' })).toEqual([
      { path: 'rows.0.dueOn', name: 'dueOn', on: '2026-01-01' },
    ]);
  });

  it('are nothing where nothing is known of the birth', () => {
    const { bornOn: _born, ...facts } = bornIn2020().facts();
    const event = bornIn2020().steps[0]?.event;
    if (!event) throw new Error('a case begins with an event');
    expect(checkDays(facts, { ...event, body: { from: '1900-01-01' } })).toBeNull();
  });
});
