import { describe, expect, it } from 'vitest';
import { wireSchemaOf } from '../../chart.ts';
import { aCase } from '../../histories/a-case.ts';
import { codesOf } from '../../histories/walk.ts';
import { caregiverRelations, giver } from '../../vocabulary.ts';
import { ALONE_FROM_YEARS, authoritiesOf } from './consent-givers.ts';

const self = { relation: 'self', authority: 'self' };
const mother = { relation: 'mother', authority: 'parental' };
const given = (givers: readonly object[], more: object = {}) => ({
  ...{ consentId: 'c1', scope: 'hospital', categories: ['plan'], purpose: 'care', from: '@0', method: 'paper' },
  givers,
  ...more,
});

/** Written apart from the program: + where law and practice know such a giver. */
const table = `
relation            parental guardian delegated self childGuidanceCentre
mother              +        +        +         -    -
father              +        +        +         -    -
secondMother        +        +        +         -    -
secondFather        +        +        +         -    -
grandparent         +        +        +         -    -
fosterParent        -        +        +         -    -
guardian            -        +        -         -    -
relative            +        +        +         -    -
childGuidanceCentre -        -        -         -    +
self                -        -        -         +    -
other               +        +        +         -    -`;

describe('whoever gives a consent', () => {
  const [head = '', ...lines] = table.trim().split('\n');
  const [, ...authorities] = head.split(/\s+/);

  it('has an authority that belongs to the relation; all others are a fault with its place', () => {
    expect(lines.map(line => line.split(/\s+/)[0]).sort()).toEqual([...caregiverRelations].sort());
    expect([...authorities].sort()).toEqual([...giver.shape.authority.options].sort());
    const schema = wireSchemaOf('consent.recorded');
    for (const line of lines) {
      const [relation = '', ...cells] = line.split(/\s+/);
      for (const [at, authority] of authorities.entries()) {
        const body = given([mother, { relation, authority }], { from: '2026-01-05' });
        const issues = schema?.safeParse({ type: 'consent.recorded', ...body }).error?.issues ?? [];
        const places = issues.map(({ path }) => path.join('.'));
        expect(places, `${relation} ${authority}`).toEqual(cells[at] === '+' ? [] : ['givers.1.authority']);
      }
    }
    for (const fitting of Object.values(authoritiesOf)) expect(fitting.length).toBeGreaterThan(0);
  });

  it('is not the child alone before it is fifteen: who is wanted, whose turn it is and where is said', () => {
    const child = aCase({ bornOn: '2020-06-01' });
    expect(child.tries('dsn', 'consent.recorded', given([self]))).toMatchObject({
      ok: false,
      reasons: [
        {
          code: 'consent.selfTooYoung',
          text: {
            ja: expect.stringContaining('15歳になるまでは、本人の同意だけでは足りません'),
            en: expect.stringContaining('Before the age of 15'),
          },
          turn: { org: 'org-kodomo', role: 'dischargeNurse' },
          fix: { event: 'consent.recorded', fill: { scope: 'hospital' } },
        },
      ],
    });
    expect(codesOf(child.tries('dsn', 'consent.recorded', given([self, mother])))).toEqual([]);
  });

  it.each([
    ['2011-01-05', true],
    ['2011-01-06', false],
  ])('is the child alone from the fifteenth birthday on: born on %s', (bornOn, may) => {
    expect(ALONE_FROM_YEARS).toBe(15);
    const decision = aCase({ bornOn }).tries('dsn', 'consent.recorded', given([self]));
    expect(codesOf(decision)).toEqual(may ? [] : ['consent.selfTooYoung']);
  });

  it('is nobody who is not born yet', () => {
    const child = aCase({ bornOn: undefined, expectedOn: '@60' });
    expect(codesOf(child.tries('dsn', 'consent.recorded', given([self])))).toEqual(['consent.selfTooYoung']);
  });
});

describe('a consent to share', () => {
  it('is with somebody else than the lead: while the lead is offered, that may be who is to see it afterwards', () => {
    const toLead = given([mother], { scope: 'recipient', recipient: 'org-kodomo' });
    const child = aCase();
    expect(codesOf(child.tries('dsn', 'consent.recorded', toLead))).toEqual(['consent.lead']);
    child.sends('dsn', 'lead.offered', { organisation: 'org-chiiki' });
    expect(codesOf(child.tries('dsn', 'consent.recorded', toLead))).toEqual([]);
  });

  it('is refused with all that speaks against it at once', () => {
    const child = aCase();
    const empty = given([self], { scope: 'recipient', categories: [] });
    expect(codesOf(child.tries('dsn', 'consent.recorded', empty))).toEqual([
      'consent.recipient',
      'consent.categories',
      'consent.selfTooYoung',
    ]);
    const { consents } = child.facts();
    expect(consents).toEqual([]);
  });
});
