import { describe, expect, it } from 'vitest';
import { eventFormOf } from '../../testing/event-form-of.ts';
import { aTransition } from './a-transition.ts';
import { following } from './grave-act.ts';

const stops = ['すべての期限と連絡を止めます'];
const transitions = [
  aTransition('child.died', 'closed.deceased', { effects: stops }),
  aTransition('case.closed', 'closed.movedOut', { fixed: { how: 'movedOut' }, effects: ['残りの期限を取り消します'] }),
  aTransition('case.closed', 'closed.facility', { fixed: { how: 'facility' }, effects: ['残りの期限を取り消します'] }),
  aTransition('planning.returned', 'planning'),
  aTransition('readmission.begun', 'readmission', { effects: ['支援チームのボードにすぐ表示されます'] }),
];
const of = (type: string, values = {}) => following({ event: { type, form: eventFormOf(type) }, values, transitions });

describe('what is asked about before it is recorded', () => {
  it('is a death, with what its definition says and where it leads', () => {
    expect(of('child.died')).toEqual({ isAsked: true, effects: stops, to: 'closed.deceased' });
  });
  it('is the end of a case, which leads where the form says', () => {
    expect(of('case.closed', { how: 'facility' })).toMatchObject({ isAsked: true, to: 'closed.facility' });
    expect(of('case.closed')).toEqual({ isAsked: true, effects: ['残りの期限を取り消します'], to: null });
  });
  it('is the withdrawal of a consent, which moves nothing', () => {
    expect(of('consent.withdrawn')).toEqual({ isAsked: true, effects: [], to: null });
  });
  it('is whatever its definition lets something follow from', () => {
    expect(of('readmission.begun')).toMatchObject({ isAsked: true, effects: ['支援チームのボードにすぐ表示されます'] });
  });
  it.each(['lead.offered', 'lead.accepted', 'handoff.sent', 'handoff.declined'])('is %s, which goes out', type => {
    expect(of(type)).toEqual({ isAsked: true, effects: [], to: null });
  });
  it('is an answer that ends somebody’s part, and no other answer', () => {
    expect(of('candidate.answered', { answer: 'declined' }).isAsked).toBe(true);
    expect(of('candidate.answered', { answer: 'ended' }).isAsked).toBe(true);
    expect(of('candidate.answered', { answer: 'accepted' }).isAsked).toBe(false);
  });
  it('is nothing else', () => {
    expect(of('planning.returned').isAsked).toBe(false);
    expect(of('note.added').isAsked).toBe(false);
  });
});
