import { describe, expect, it } from 'vitest';
import { draftPlace } from './drafts.ts';

describe('where a draft is kept', () => {
  it('is the same for one event of a case, whatever the move settles', () => {
    expect(draftPlace({ caseId: 'c1', type: 'case.closed', fixed: { how: 'facility' } })).toBe('c1.case.closed');
    expect(draftPlace({ caseId: 'c1', type: 'case.closed' })).toBe('c1.case.closed');
  });
  it('is another for each entry that is corrected', () => {
    const of = (seq: number) => draftPlace({ caseId: 'c1', type: 'entry.corrected', fixed: { seq } });
    expect(of(7)).not.toBe(of(8));
    expect(of(7)).toBe(of(7));
  });
});
