import { describe, expect, it } from 'vitest';
import { administrationEndpoints } from './administration.ts';
import { registration } from './cases.ts';
import { importEndpoints } from './imports.ts';

const named = (names: Record<string, string>) =>
  registration.safeParse({ lead: 'org', bornOn: '2025-01-01', reason: 'x', origin: 'ward', ...names });
const pathsOf = (names: Record<string, string>) => named(names).error?.issues.map(({ path }) => path.join('.'));

describe('a name', () => {
  it('is kept in one form, however it was typed or pasted', () => {
    expect(
      named({ familyName: ' ㍿か\u3099わ\u200b ', givenName: '\ufeffe\u0301ma', familyKana: 'か\u3099わ' }).data,
    ).toMatchObject({ familyName: '㍿がわ', givenName: 'éma', familyKana: 'がわ' });
    expect(named({ hospitalNumber: '\u2060A\u00ad-1' }).data).toMatchObject({ hospitalNumber: 'A-1' });
  });
  it.each(['辻\u{e0100}', '𠮷野', '髙橋', 'O’Brien', '李 (リー)', 'क्\u200dष'])('may be %s', familyName =>
    expect(named({ familyName }).data).toMatchObject({ familyName }),
  );
  it.each([
    '\u202e田中',
    'a\u2066b',
    'a\u200fb',
    'a\u061cb',
    'a\u0007b',
    'a\u0085b',
    'a\tb',
    '\ud800',
    '\u3164',
    '\u2800 \u2800',
    '\u{e0100}',
    '\u200b\ufeff',
    '\u3000',
  ])('that turns, controls or shows nothing is refused with its path: %j', text => {
    const issues = pathsOf({ familyName: text, givenName: text, hospitalNumber: text }) ?? [];
    expect([...new Set(issues)]).toEqual(['familyName', 'givenName', 'hospitalNumber']);
  });
  it('in kana has kana in it, on one line', () => {
    for (const familyKana of ['・', 'ー', 'あ\nい', '石井']) expect(pathsOf({ familyKana })).toEqual(['familyKana']);
    for (const familyKana of ['いしい', 'イシイ', 'ｲｼｲ', 'いし　い', 'ヴァン・ダイク', 'こーひー'])
      expect(pathsOf({ familyKana }), familyKana).toBeUndefined();
  });
  it('of an organisation, of a person and in a draft is held to the same', () => {
    const { addOrganisation, addPerson } = administrationEndpoints;
    expect(addOrganisation.body.safeParse({ kind: 'clinic', name: '\u202eか\u3099' }).success).toBe(false);
    expect(addOrganisation.body.parse({ kind: 'clinic', name: 'か\u3099' })).toMatchObject({ name: 'が' });
    expect(addPerson.body.safeParse({ displayName: '\u3164' }).error?.issues.map(({ path }) => path[0])).toContain(
      'displayName',
    );
    const { confirm } = importEndpoints;
    expect(confirm.body.parse({ fields: { familyName: 'か\u3099', givenName: null } })).toEqual({
      fields: { familyName: 'が', givenName: null },
    });
    expect(confirm.body.safeParse({ fields: { familyName: '\u202ex' } }).success).toBe(false);
  });
});
