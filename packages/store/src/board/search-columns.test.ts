import { describe, expect, it } from 'vitest';
import { piecesOf, searchColumns } from './search-columns.ts';

it('cuts a name into pieces by its characters, not by their halves', () => {
  expect(piecesOf('𠮷田', 2)).toEqual(['𠮷', '田', '𠮷田']);
});

describe('search columns', () => {
  it('hold each field apart, so that no part of a text spans two of them', () => {
    const columns = searchColumns({
      no: 'K-0151',
      familyName: '佐藤',
      givenName: '結',
      familyKana: 'サトウ',
      givenKana: 'ユイ',
      hospitalNumber: 'A-12',
    });
    expect(columns).toMatchObject({ kanaFold: 'さとうゆい', searchText: '佐藤結|さとうゆい|a12' });
    expect(columns.grams).toContain('藤結');
    expect(columns.grams).toContain('151');
    expect(columns.grams).not.toContain('結さ');
  });
  it('are empty for a child without a name, but for the number', () => {
    const unnamed = { familyName: null, givenName: null, familyKana: null, givenKana: null, hospitalNumber: null };
    expect(searchColumns({ no: 'K-77', ...unnamed })).toEqual({ kanaFold: '', searchText: '||', grams: ['7', '77'] });
  });
});
