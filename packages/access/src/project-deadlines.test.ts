import { deadlineKinds } from '@kaerimichi/discharge';
import { describe, expect, it } from 'vitest';
import { projectDeadlines } from './project-deadlines.ts';

const everyKind = Object.keys(deadlineKinds).map(kind => ({ kind }));
const kindsFor = (rights: Parameters<typeof projectDeadlines>[1]) =>
  projectDeadlines(everyKind, rights).map(({ kind }) => kind);

describe('deadlines', () => {
  it('are the way’s own for whoever reads the plan alone', () => {
    const kinds = kindsFor({ plan: 'writeOwn' });
    expect(kinds).toContain('conference');
    for (const kind of [
      'lapse.consent',
      'lapse.skill',
      'lapse.entitlement',
      'lapse.order',
      'followUp',
      'adult12',
      'adult15',
    ])
      expect(kinds, kind).not.toContain(kind);
  });

  it('are told with the category they follow from, not with its summary', () => {
    expect(kindsFor({ plan: 'read', family: 'read' })).toContain('lapse.consent');
    expect(kindsFor({ plan: 'read', family: 'summary' })).not.toContain('lapse.consent');
    expect(kindsFor({ plan: 'read', contacts: 'read' })).toEqual(expect.arrayContaining(['adult12', 'adult15']));
  });

  it('are told to nobody without the plan, and none that nobody named', () => {
    expect(
      kindsFor({ contacts: 'write', clinical: 'write', family: 'write', money: 'write', skills: 'write' }),
    ).toEqual([]);
    expect(kindsFor({ plan: 'own' })).toEqual([]);
    expect(projectDeadlines([{ kind: 'something.new' }], { plan: 'write' })).toEqual([]);
  });
});
