import { Link } from 'react-router';
import { useWorkplace } from '../../app/workplace.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { RoleIntro } from './role-intro.tsx';

/** Where somebody sees no case at all: how the first one comes. */
export function NoCaseYet() {
  const { say } = useSpeech();
  const { me } = useWorkplace();
  if (!me.abilities.register) return <RoleIntro />;
  return (
    <>
      <p>{say('board.empty')}</p>
      <p>
        <Link className="button button-primary" to="/cases/new">
          {say('register.title')}
        </Link>
      </p>
    </>
  );
}
