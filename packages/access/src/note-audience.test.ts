import { describe, expect, it } from 'vitest';
import { isNoteFor, mayReviseNote } from './note-audience.ts';

const of = (org: string, orgKind: string) => ({ org, orgKind }) as never;
const readers = {
  own: of('org-kodomo', 'childrensHospital'),
  hospital: of('org-chiiki', 'hospital'),
  station: of('org-nozomi', 'visitingNursingStation'),
  clinic: of('org-clinic', 'clinic'),
  hub: of('org-hub', 'hub'),
  municipality: of('org-city', 'municipality'),
};
const readBy = (visibility: unknown) =>
  Object.entries(readers).flatMap(([name, reader]) => (isNoteFor(visibility, 'org-kodomo', reader) ? [name] : []));

describe('a note', () => {
  it('is for the whole team where it says nothing else', () => {
    expect(readBy(undefined)).toEqual(Object.keys(readers));
    expect(readBy('wholeTeam')).toEqual(Object.keys(readers));
  });

  it('of the own organisation is for nobody else, whoever leads', () => {
    expect(readBy('ownHouse')).toEqual(['own']);
    expect(isNoteFor('ownHouse', 'org-nozomi', readers.own)).toBe(false);
  });

  it('for hospitals and visiting nurses is for these and for whoever wrote it', () => {
    expect(readBy('hospitalAndStation')).toEqual(['own', 'hospital', 'station']);
    expect(isNoteFor('hospitalAndStation', 'org-hub', readers.hub)).toBe(true);
  });

  it('that says something unknown is for its own organisation', () => {
    expect(readBy('someday')).toEqual(['own']);
  });

  it('is revised by whoever wrote it, for the organisation it was written for', () => {
    const by = { person: 'p1', org: 'org-kodomo' };
    expect(mayReviseNote({ person: 'p1', org: 'org-kodomo' }, by)).toBe(true);
    expect(mayReviseNote({ person: 'p2', org: 'org-kodomo' }, by)).toBe(false);
    expect(mayReviseNote({ person: 'p1', org: 'org-nozomi' }, by)).toBe(false);
  });
});
