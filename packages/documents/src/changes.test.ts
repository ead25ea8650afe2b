import { describe, expect, it } from 'vitest';
import { changedSince, changesTo } from './changes.ts';
import { composeDocument, draftDocument } from './compose.ts';
import { keepPaper, readPaper } from './kept-paper.ts';
import type { Known } from './known.ts';
import { templates } from './templates/templates.ts';
import { entry, knownCase } from './testing/known-case.ts';

const byId = (id: string) => {
  const found = templates.find(template => template.id === id);
  if (!found) throw new Error(id);
  return found;
};
const withEntry = (known: Known, ...more: Known['entries']) => ({ ...known, entries: [...known.entries, ...more] });
const without = (known: Known, seq: number) => ({
  ...known,
  entries: known.entries.filter(({ event }) => event.seq !== seq),
});
const all = () => true;

describe('what changed since a document was taken', () => {
  const card = byId('carryCard');
  const told = (known: Known, version: number, takenBack: Parameters<typeof changedSince>[2]['takenBack'] = []) =>
    changedSince(card, known, { fields: composeDocument(card, known).fields, takenBack, version });

  it('is told by place', () => {
    const later = withEntry(knownCase(), entry(50, 'contacts.recorded', { when: 'night' }, { contact: '当直 2' }));
    expect(told(later, 40)).toEqual(['連絡先']);
    expect(told(later, 50)).toEqual([]);
  });

  it('is what was taken back, too, where it stood on the paper', () => {
    const night = knownCase().entries.find(({ event }) => event.seq === 3);
    if (!night) throw new Error('no contact by night');
    const now = without(knownCase(), 3);
    expect(told(now, 40, [{ entry: night, bySeq: 41 }])).toEqual(['連絡先']);
    // Taken back before the paper was taken, or written after it: it never stood there.
    expect(told(now, 40, [{ entry: night, bySeq: 39 }])).toEqual([]);
    expect(told(now, 2, [{ entry: night, bySeq: 41 }])).not.toContain('お名前');
  });
});

describe('a version that is kept', () => {
  it.each(templates.map(({ id }) => [id] as const))('of %s is read as it was made, by its own fingerprint', id => {
    const drafted = draftDocument(byId(id), knownCase());
    const { text, hash } = keepPaper(drafted);
    expect(readPaper(text)).toEqual(drafted);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(text.length).toBeLessThan(400_000);
  });

  it('says nothing new of a case that is as it was, also on another day', () => {
    for (const template of templates) {
      const kept = draftDocument(template, knownCase());
      expect([template.id, changesTo(kept, draftDocument(template, knownCase({ on: '2026-12-01' })), all)]).toEqual([
        template.id,
        [],
      ]);
    }
  });

  it('is told from the case by what came, what is said otherwise and what was taken back', () => {
    const template = byId('carryCard');
    const kept = draftDocument(template, knownCase());
    const changes = (known: Known, reads = all as Known['reads']) =>
      changesTo(kept, draftDocument(template, known), reads);
    const later = withEntry(knownCase(), entry(50, 'handoff.composed', {}, { breathing: '吸引は1時間に1回' }));
    expect(changes(later)).toEqual([{ label: '呼吸・吸引', how: 'added' }]);
    expect(changes(withEntry(knownCase(), entry(50, 'contacts.recorded', { when: 'day' }, { contact: '別' })))).toEqual(
      [{ label: '連絡先', how: 'changed' }],
    );
    const { weight: _weight, ...facts } = knownCase().facts;
    expect(changes(knownCase({ facts }))).toEqual([{ label: '体重', how: 'gone' }]);
    // What somebody does not read, it is not told the changes of.
    expect(changes(knownCase({ facts }), category => category !== 'clinical')).toEqual([]);
  });
});
