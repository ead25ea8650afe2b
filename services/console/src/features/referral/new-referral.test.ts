import { describe, expect, it } from 'vitest';
import { emptyReferral, type ReferralInput, readReferral } from './new-referral.ts';

const today = '2026-11-22';
const filled: ReferralInput = {
  ...emptyReferral,
  to: 'hospital',
  consent: 'agreed',
  agreedBy: ' 石井 まい(母)',
  familyName: '石井',
  familyKana: 'イシイ',
  bornOn: 'R7.9.10',
  origin: 'home',
  reason: '在宅での支援が必要',
};
const faultsOf = (over: Partial<ReferralInput>) =>
  readReferral({ ...filled, ...over }, today).faults.map(({ path, why }) => `${path} ${why}`);

describe('a referral', () => {
  it('says who the child is with the family’s agreement', () => {
    expect(readReferral(filled, today)).toEqual({
      faults: [],
      body: {
        ...{
          to: 'hospital',
          consent: 'agreed',
          agreedBy: '石井 まい(母)',
          familyName: '石井',
          familyKana: 'いしい',
          bornOn: '2025-09-10',
        },
        ...{ sex: 'unknown', origin: 'home', reason: '在宅での支援が必要' },
      },
    });
  });
  it('tells neither name nor birth date without', () => {
    const { body } = readReferral({ ...filled, municipality: '142051', consent: 'notAsked' }, today);
    expect(readReferral({ ...filled, municipality: '142051' }, today).body.municipality).toBe('142051');
    for (const name of ['agreedBy', 'familyName', 'familyKana', 'bornOn', 'municipality'])
      expect(body).not.toHaveProperty(name);
  });
  it('keeps a telephone as digits, and says what is none', () => {
    expect(readReferral({ ...filled, telephone: '０４５−７１１ー２３５１' }, today).body.telephone).toBe('0457112351');
    expect(readReferral({ ...filled, telephone: '045-711-2351 内線12' }, today).body.telephone).toBe(
      '0457112351 内線12',
    );
    expect(faultsOf({ telephone: '711-2351' })).toEqual(['telephone telephone']);
    expect(readReferral(filled, today).body).not.toHaveProperty('telephone');
  });
  it('has nothing chosen before somebody chooses it', () => {
    for (const name of ['sex', 'consent', 'origin'] as const) expect(emptyReferral[name], name).toBe('');
  });
  it('names every fault at once', () => {
    expect(faultsOf(emptyReferral)).toEqual(['to missing', 'consent missing', 'origin missing', 'reason missing']);
    expect(faultsOf({ agreedBy: ' ' })).toEqual(['agreedBy missing']);
    expect(faultsOf({ givenKana: '空', bornOn: 'いつか' })).toEqual(['givenKana kana', 'bornOn day']);
    expect(faultsOf({ bornOn: '2026-12-01' })).toEqual(['bornOn future']);
    expect(faultsOf({ birth: 'expected', expectedOn: '2026-12-01' })).toEqual([]);
  });
});
