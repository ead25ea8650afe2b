import type { HandoffView } from '@kaerimichi/contracts';
import { describe, expect, it } from 'vitest';
import {
  asKnown,
  type ComposeValues,
  goingTexts,
  keptValues,
  optionalSections,
  recipientsOf,
  sentTo,
  withoutSent,
} from './compose-values.ts';

const target = (handoffId: string, isSent: boolean) => ({ handoffId, written: '{}', isSent });
const values: ComposeValues = {
  orgs: ['org-a', 'org-b'],
  outside: ' 島の診療所 ',
  texts: { condition: '安定', schemes: '申請済み', nutrition: ' ' },
  left: ['schemes'],
  targets: { 'org-a': target('h-a', true), 'org-b': target('h-b', false), 'outside 島の診療所': target('h-c', true) },
  isTeachBack: true,
  base: 12,
};

describe('what is written to several', () => {
  it('keeps for each the handoff that was begun, and begins one for whoever has none', () => {
    expect(recipientsOf(null, values).map(({ target: { handoffId } }) => handoffId)).toEqual(['h-a', 'h-b', 'h-c']);
    const [fresh] = recipientsOf(null, { ...values, targets: {} });
    expect(fresh).toMatchObject({ body: { recipient: 'org-a' }, target: { written: null, isSent: false } });
  });

  it('is for the one handoff that is revised', () => {
    const [only, ...others] = recipientsOf({ id: 'h-9' } as HandoffView, values);
    expect([only?.target.handoffId, others]).toEqual(['h-9', []]);
  });

  it('leaves whoever was sent it, and remembers who that was', () => {
    expect(withoutSent(values)).toMatchObject({ orgs: ['org-b'], outside: '' });
    expect(sentTo(values)).toEqual(['org-a', '島の診療所']);
  });

  it('is begun anew for whoever’s handoff is over, and counts as sent where the answer alone was lost', () => {
    const handoffs = [
      { id: 'h-a', status: 'declined', hasDraft: false },
      { id: 'h-b', status: 'sent', hasDraft: false },
      { id: 'h-c', status: 'opened', hasDraft: true },
    ] as HandoffView[];
    const { targets } = asKnown(values, handoffs);
    expect(Object.entries(targets).map(([key, { isSent }]) => [key, isSent])).toEqual([
      ['org-b', true],
      ['outside 島の診療所', false],
    ]);
  });

  it('goes without what was left out and what is empty', () => {
    expect(goingTexts(values)).toEqual({ condition: '安定' });
    expect(goingTexts({ ...values, left: [] })).toEqual({ condition: '安定', schemes: '申請済み' });
  });

  it('leaves out nothing that is needed, or that the recipient has had', () => {
    const needed = ['contacts', 'condition', 'breathing', 'medicines', 'emergencies'] as const;
    const optional = ['deviceSettings', 'nutrition', 'caregiving', 'schemes'];
    expect(optionalSections(null, needed)).toEqual(optional);
    expect(optionalSections(null, [...needed, 'deviceSettings'])).toEqual(optional.slice(1));
    const had = {
      sections: [
        { id: 'nutrition', text: '胃瘻' },
        { id: 'schemes', text: null },
      ],
    } as HandoffView;
    expect(optionalSections(had, needed)).toEqual(['deviceSettings', 'caregiving', 'schemes']);
  });

  it('comes back from a reload with all of this, and from anything else not at all', () => {
    const kept = keptValues(JSON.parse(JSON.stringify(values)));
    expect(kept).toMatchObject({ orgs: values.orgs, left: ['schemes'], targets: values.targets, base: 12 });
    expect(keptValues({ orgs: [], texts: {}, base: 1, targets: { a: 1, b: { isSent: true } } })?.targets).toEqual({});
    expect(keptValues('x')).toBeNull();
  });
});
