import { describe, expect, it } from 'vitest';
import { aCase, type Story } from '../histories/a-case.ts';
import { consent } from '../histories/phases.ts';
import { codesOf } from '../histories/walk.ts';

const hold = (holdId: string, more: object = {}) => ({ holdId, code: 'awaitingReply', recheckOn: '@40', ...more });
const accepted = () => aCase().goesTo('jointConference');
const narrowed = (child: Story) =>
  child.sends('dsn', 'consent.withdrawn', { consentId: 'c-station' }).sends('dsn', 'consent.recorded', {
    ...consent('c-less', { scope: 'recipient', recipient: 'org-nozomi', from: '@30' }),
    categories: ['contacts', 'clinical'],
  });
const removing = (child: Story, by: string, holdId: string) => child.tries(by, 'hold.removed', { holdId });

describe('a hold', () => {
  it('is taken away by a partner that reads the plan', () => {
    expect(codesOf(removing(accepted().sends('dsn', 'hold.added', hold('w1')), 'hvn', 'w1'))).toEqual([]);
  });

  it('is not there for a partner that does not, in the words of one that never was', () => {
    const child = narrowed(accepted().sends('dsn', 'hold.added', hold('w1')));
    const said = removing(child, 'hvn', 'w1');
    expect(codesOf(said)).toEqual(['item.unknown']);
    expect(JSON.stringify(said).replaceAll('w1', 'w9')).toBe(JSON.stringify(removing(child, 'hvn', 'w9')));
    expect(child.facts().holds).toHaveLength(1);
  });

  it('is cleared all the same by whoever added it, and by whom it names', () => {
    const child = narrowed(accepted())
      .sends('hvn', 'hold.added', hold('own'))
      .sends('dsn', 'hold.added', hold('named', { owner: 'm-hvn' }));
    expect(child.facts().holds).toMatchObject([{ id: 'own', org: 'org-nozomi' }, { id: 'named' }]);
    expect(codesOf(removing(child, 'hvn2', 'own'))).toEqual(['item.unknown']);
    expect([codesOf(removing(child, 'hvn', 'own')), codesOf(removing(child, 'hvn', 'named'))]).toEqual([[], []]);
    expect(child.facts().holds).toEqual([]);
  });

  it('of a partner is cleared by the lead', () => {
    const child = accepted().sends('hvn', 'hold.added', hold('w1'));
    expect(codesOf(removing(child, 'dsn', 'w1'))).toEqual([]);
  });
});
