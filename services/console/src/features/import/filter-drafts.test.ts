import type { Draft } from '@kaerimichi/contracts';
import { expect, it } from 'vitest';
import { filterDrafts } from './filter-drafts.ts';

const draft = (givenName: string, more: Partial<Draft> = {}): Draft => ({
  id: givenName,
  version: 1,
  importedAt: '2026-11-24T00:00:00.000Z',
  familyName: '浅見',
  givenName,
  familyKana: 'あさみ',
  givenKana: null,
  bornOn: null,
  sex: 'unknown',
  hospitalNumber: 'DEMO-1',
  marks: [],
  careNeeds: [],
  caseId: null,
  caseNo: null,
  ...more,
});
const drafts = [draft('Anna', { marks: ['adult'] }), draft('こはる', { caseId: 'c' })];
const names = (text: string, show: '' | 'waiting' | 'marked' | 'case' = '') =>
  filterDrafts(drafts, { text, show }).map(({ id }) => id);

it('finds drafts by name, by kana of any kind, by number, whatever the case', () => {
  expect(names('anna')).toEqual(['Anna']);
  expect(names('浅見こはる')).toEqual(['こはる']);
  expect(names('ｱｻﾐ')).toHaveLength(2);
  expect(names('demo-1')).toHaveLength(2);
  expect(names('誰')).toEqual([]);
});
it('shows those to be checked, those with a mark, or those that are cases', () => {
  expect(names('', 'waiting')).toEqual(['Anna']);
  expect(names('', 'marked')).toEqual(['Anna']);
  expect(names('', 'case')).toEqual(['こはる']);
});
