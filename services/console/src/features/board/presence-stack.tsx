import type { PresentPerson } from '@kaerimichi/contracts';
import { useObservable } from '../../app/services.tsx';
import { useWorkplace } from '../../app/workplace.tsx';
import { besides } from '../../live/presence.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import './presence.css';

/** Faces that stand side by side; the others are a figure. */
const MOST = 5;

/** 見ている人: colleagues who have the board before them as well. */
export function PresenceStack() {
  const { say } = useSpeech();
  const { live, me } = useWorkplace();
  const { board, more } = useObservable(live.presence.others);
  const people = besides(board, me.membership.id);
  if (people.length === 0) return <p className="presence-stack" />;
  const shown = people.slice(0, MOST);
  const rest = people.length - shown.length + more;
  const names = shown.map(({ name }) => name).join(say('common.listMark'));
  const words = say('presence.board', { names, more: rest });
  return (
    <p className="presence-stack" title={words}>
      <span className="hidden-visually">{words}</span>
      {shown.map(person => (
        <Face key={person.id} person={person} />
      ))}
      {rest > 0 && (
        <span className="small muted" aria-hidden="true">
          +{rest}
        </span>
      )}
    </p>
  );
}

/** First letter of somebody's name in a ring; who it is stands beside it in words. */
export function Face({ person: { name } }: { readonly person: PresentPerson }) {
  return (
    <span className="face" aria-hidden="true">
      {[...name.trim()][0]}
    </span>
  );
}
