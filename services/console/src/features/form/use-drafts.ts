import { useMemo } from 'react';
import { useServices } from '../../app/services.tsx';
import { useWorkplace } from '../../app/workplace.tsx';
import { type Drafts, draftsOf } from './drafts.ts';

/** This person's drafts of one place. A page that is closed by leaving would keep what was typed again: it is not let. */
export function useDrafts(place: string): Drafts {
  const person = useWorkplace().me.person.id;
  const { hasLeft } = useServices().leaving;
  return useMemo(() => {
    const drafts = draftsOf(sessionStorage, { person, place });
    return { ...drafts, write: values => !hasLeft.read() && drafts.write(values) };
  }, [person, place, hasLeft]);
}
