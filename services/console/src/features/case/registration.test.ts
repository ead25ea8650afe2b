import type { DraftDetail } from '@kaerimichi/contracts';
import { describe, expect, it } from 'vitest';
import { type RegistrationInput, readRegistration, startInput } from './registration.ts';

const today = '2026-11-22';
const filled: RegistrationInput = {
  ...startInput('h1', null),
  familyName: '石井',
  familyKana: 'イシイ',
  bornOn: 'R7.9.10',
  origin: 'nicu',
  reason: '人工呼吸器をつけて退院するため',
};
const faultsOf = (over: Partial<RegistrationInput>) =>
  readRegistration({ ...filled, ...over }, today).faults.map(({ path, why }) => `${path} ${why}`);

const draft: DraftDetail = {
  id: 'd1',
  version: 2,
  importedAt: '2026-11-20T00:00:00.000Z',
  familyName: '石井',
  givenName: 'そら',
  familyKana: 'イシイ',
  givenKana: 'ソラ',
  bornOn: '2025-09-10',
  sex: 'female',
  hospitalNumber: 'H-1',
  marks: [],
  careNeeds: ['ventilator'],
  caseId: null,
  caseNo: null,
  source: 'f1',
  content: {},
  confirmed: { familyName: '石居' },
  differences: [],
  changes: [],
  isPerhapsAnother: false,
  versions: [],
};

describe('registering a case', () => {
  it('begins with what a draft knows, and with what a person confirmed of it', () => {
    expect(startInput('h1', draft)).toMatchObject({
      familyName: '石居',
      givenName: 'そら',
      sex: 'female',
      needs: ['ventilator'],
      draft: 'd1',
    });
  });

  it('knows where the child lives from the address of the file, where the list has it', () => {
    const livesAt = (address: string) => startInput('h1', { ...draft, content: { address } }).municipality;
    expect([livesAt('251-0000 神奈川県 藤沢市 鵠沼1'), livesAt('神奈川県 汐見市')]).toEqual(['142051', '']);
  });

  it('sends what was typed in the wire’s terms, and nothing that is empty', () => {
    expect(readRegistration(filled, today)).toEqual({
      body: {
        lead: 'h1',
        familyName: '石井',
        familyKana: 'いしい',
        bornOn: '2025-09-10',
        sex: 'unknown',
        origin: 'nicu',
        reason: '人工呼吸器をつけて退院するため',
      },
      faults: [],
    });
  });

  it('takes where the child lives by its code, and weeks with their unit', () => {
    const { body, faults } = readRegistration({ ...filled, municipality: '142051', gestationWeeks: '３６週' }, today);
    expect([body.municipality, body.gestationWeeks, faults]).toEqual(['142051', 36, []]);
  });

  it('takes a child who is not born yet, and carries the draft it comes from', () => {
    const input = { ...filled, birth: 'expected', expectedOn: '1/20', draft: 'd1' };
    expect(readRegistration(input, today).body).toMatchObject({ expectedOn: '2027-01-20', draft: 'd1' });
    expect(readRegistration(input, today).body).not.toHaveProperty('bornOn');
  });

  it('names every fault at once', () => {
    expect(faultsOf({ familyKana: '石井', bornOn: '', gestationWeeks: '50', origin: '', reason: ' ' })).toEqual([
      'familyKana kana',
      'bornOn missing',
      'gestationWeeks range',
      'origin missing',
      'reason missing',
    ]);
  });

  it('does not take a birth in the future', () => {
    expect(faultsOf({ bornOn: '2026-11-23' })).toEqual(['bornOn future']);
  });
});
