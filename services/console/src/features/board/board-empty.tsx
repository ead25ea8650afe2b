import { Link } from 'react-router';
import { useWorkplace } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { RoleIntro } from '../start/role-intro.tsx';

type Props = { readonly isFiltered: boolean; readonly filters: number; readonly onClear: () => void };

/** No card: because of the filters, or because there is none yet; and the one thing to do about it. */
export function BoardEmpty({ isFiltered, filters, onClear }: Props) {
  const { say } = useSpeech();
  const { me } = useWorkplace();
  if (isFiltered)
    return (
      <div className="board-empty stack">
        <p>{say('board.noMatch', { n: filters })}</p>
        <p>
          <Button onClick={onClear}>{say('filter.clear')}</Button>
        </p>
      </div>
    );
  if (!me.abilities.register)
    return (
      <div className="board-empty stack">
        <RoleIntro />
      </div>
    );
  return (
    <div className="board-empty stack">
      <p>{say('board.empty')}</p>
      <p>
        <Link className="button button-primary" to="/cases/new">
          {say('register.title')}
        </Link>
      </p>
    </div>
  );
}
