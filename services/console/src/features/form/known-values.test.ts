import { expect, it } from 'vitest';
import { eventFormOf } from '../../testing/event-form-of.ts';
import { knownValues } from './known-values.ts';

const today = '2026-11-22';
const facts = {
  clinical: { needs: ['ventilator'], nursingOrder: { from: '2026-10-01', until: '2027-03-31' } },
  plan: { plan: { homeNursing: true } },
};

it('begins a consent today, and gives it no last day', () => {
  expect(knownValues(eventFormOf('consent.recorded'), { facts: {} }, today)).toEqual({ from: today });
});

it('begins what is written anew with what is there, on its own days', () => {
  expect(knownValues(eventFormOf('order.issued'), { facts }, today)).toEqual({
    from: '2026-10-01',
    until: '2027-03-31',
  });
  expect(knownValues(eventFormOf('plan.written'), { facts }, today)).toEqual({
    homeNursing: true,
    needs: ['ventilator'],
  });
});

it('fills in nothing where the day is a plan or a reminder', () => {
  for (const type of ['trialStay.planned', 'hold.added', 'conference.planned', 'order.issued'])
    expect(knownValues(eventFormOf(type), { facts: {} }, today)).toEqual({});
});
