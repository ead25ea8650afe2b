import { useMemo } from 'react';
import { useWorkplace } from '../../app/workplace.tsx';
import { type Drafts, draftsOf } from './drafts.ts';

/** This person's drafts of one place. */
export function useDrafts(place: string): Drafts {
  const person = useWorkplace().me.person.id;
  return useMemo(() => draftsOf(sessionStorage, { person, place }), [person, place]);
}
