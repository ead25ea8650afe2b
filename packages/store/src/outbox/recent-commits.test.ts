import { describe, expect, it } from 'vitest';
import { leadAccess, sampleCard } from '../testing/sample-plans.ts';
import { recentCommits } from './recent-commits.ts';

const commit = (caseId: string, seq: number, access = [leadAccess]) => ({
  caseId,
  seq,
  type: seq === 1 ? 'case.registered' : 'note.added',
  at: '2026-12-01T01:00:00.000Z',
  org: 'hospital',
  card: sampleCard(caseId, 'K-00001', seq),
  active: true,
  access,
});

describe('recent commits', () => {
  it('tell an event as it was, with the newest card and access known', () => {
    const recent = recentCommits();
    recent.note(commit('a', 1));
    recent.note(commit('a', 2, []));
    const found = recent.find('a', 1);
    expect(found).toMatchObject({ seq: 1, type: 'case.registered', access: [], card: { version: 2 } });
  });

  it('know nothing of events that this process did not write', () => {
    const recent = recentCommits();
    recent.note(commit('a', 2));
    expect(recent.find('a', 1)).toBeNull();
    expect(recent.find('b', 2)).toBeNull();
  });

  it('keep the newest card when commits are noted out of order', () => {
    const recent = recentCommits();
    recent.note(commit('a', 3));
    recent.note(commit('a', 2));
    expect(recent.find('a', 2)?.card.version).toBe(3);
  });

  it('forget the oldest beyond their bound', () => {
    const recent = recentCommits();
    for (let n = 0; n < 2_001; n++) recent.note(commit(`case ${n}`, 1));
    expect(recent.find('case 0', 1)).toBeNull();
    expect(recent.find('case 2000', 1)).not.toBeNull();
  });
});
