import { describe, expect, it } from 'vitest';
import { aCase } from '../../histories/a-case.ts';
import { planBody } from '../../histories/phases.ts';
import { codesOf } from '../../histories/walk.ts';

describe('planning', () => {
  it('asks for the in-house conference and the plan, explained and handed over', () => {
    const child = aCase().goesTo('planning');
    const refused = child.tries('dsn', 'preparation.begun');
    expect(codesOf(refused)).toEqual(['inHouseConferenceHeld', 'planWritten', 'planExplained', 'planHandedOver']);
    expect(refused).toMatchObject({
      reasons: [{ waivable: 'yes' }, { waivable: 'no' }, { waivable: 'no' }, { waivable: 'no' }],
    });
    child.prepares().sends('dsn', 'preparation.begun');
    expect(child.position().stage).toBe('preparing');
  });

  it('asks for a changed plan to be explained and handed over again', () => {
    const child = aCase().goesTo('planning').prepares().sends('dsn', 'plan.written', planBody);
    expect(codesOf(child.tries('dsn', 'preparation.begun'))).toEqual(['planExplained', 'planHandedOver']);
    expect(child.facts().plan?.version).toBe(2);
  });

  it('may be begun before the family talk is over', () => {
    const child = aCase().goesTo('familyInterview').sends('dsn', 'plan.written', planBody);
    expect(child.position().stage).toBe('familyInterview');
    child.prepares().sends('dsn', 'interview.completed');
    expect(codesOf(child.tries('dsn', 'preparation.begun'))).toEqual([
      'inHouseConferenceHeld',
      'planExplained',
      'planHandedOver',
    ]);
  });

  it('wants the reason for a role that is not needed', () => {
    const child = aCase().goesTo('planning');
    const body = { ...planBody, rolesNotNeeded: ['school'] };
    expect(codesOf(child.tries('dsn', 'plan.written', body))).toEqual(['plan.notNeededReason']);
    child.sends('dsn', 'plan.written', { ...body, notNeededReason: '就学前' });
  });

  it('goes back to the family', () => {
    const child = aCase().goesTo('planning').sends('dsn', 'planning.returned', { reason: '父の同席を待つ' });
    expect(child.position().stage).toBe('familyInterview');
  });
});
