import type { DraftDetail } from '@kaerimichi/contracts';
import { describe, expect, it } from 'vitest';
import { faultOf, originOf, toConfirm, type Values } from './confirmable.ts';

const today = '2026-11-24';
const values: Values = {
  familyName: '浅見',
  givenName: ' こはる ',
  familyKana: 'あさみ',
  givenKana: '小春',
  bornOn: 'R6.3.5',
  sex: 'female',
  hospitalNumber: '',
};

describe('confirming values of a draft', () => {
  it('sends only the fields that were confirmed, as they are kept', () => {
    expect(toConfirm(['givenName', 'bornOn', 'hospitalNumber'], values, today)).toEqual({
      givenName: 'こはる',
      bornOn: '2024-03-05',
      hospitalNumber: null,
    });
  });
  it('never takes a day or kana that cannot be read for an empty one', () => {
    expect(faultOf('bornOn', { ...values, bornOn: 'いつか' }, today)).toBe('err.date');
    expect(faultOf('bornOn', { ...values, bornOn: '' }, today)).toBeNull();
    expect(faultOf('givenKana', values, today)).toBe('err.kana');
    expect(faultOf('familyKana', values, today)).toBeNull();
  });
});

it('says where a value comes from: a person, the file, or that the file had none', () => {
  const read = { familyName: '浅見', bornOn: null, sex: 'unknown', confirmed: { givenName: 'こはる' } };
  const draft = read as unknown as DraftDetail;
  expect(originOf('familyName', draft)).toBe('draft.fromFile');
  expect(originOf('bornOn', draft)).toBe('draft.notInFile');
  expect(originOf('sex', draft)).toBe('draft.notInFile');
  expect(originOf('givenName', draft)).toBe('draft.confirmed');
});
