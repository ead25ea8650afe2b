import type { PresentPerson } from '@kaerimichi/contracts';
import { useObservable } from '../../app/services.tsx';
import { useWorkplace } from '../../app/workplace.tsx';
import { besides } from '../../live/presence.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { Face } from './presence-stack.tsx';

/** Who else has a case open, as a sentence; first those who fill something in. */
export function usePresenceWords(): (people: readonly PresentPerson[]) => string {
  const { say } = useSpeech();
  const named = (people: readonly PresentPerson[]) =>
    people.map(({ name, org }) => (org ? say('presence.nameOrg', { name, org }) : name)).join(say('common.listMark'));
  return people => {
    const editing = people.filter(({ edits }) => edits);
    const reading = people.filter(({ edits }) => !edits);
    return [
      ...(editing.length > 0 ? [say('presence.editing', { names: named(editing) })] : []),
      ...(reading.length > 0 ? [say('presence.case', { names: named(reading) })] : []),
    ].join(say('common.listMark'));
  };
}

/** The same beside what one reads of the case; nothing where nobody else has it open. */
export function WhoIsHere({ caseId }: { readonly caseId: string }) {
  const { live, me } = useWorkplace();
  const people = besides(useObservable(live.presence.others).cases[caseId], me.membership.id);
  const words = usePresenceWords();
  if (people.length === 0) return null;
  return (
    <p className="presence-line small">
      {people.map(person => (
        <Face key={person.id} person={person} />
      ))}{' '}
      {words(people)}
    </p>
  );
}
