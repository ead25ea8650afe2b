import { Link } from 'react-router';
import { usePageTitle } from '../../app/page-title.ts';
import { useWorkplace } from '../../app/workplace.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { KeysTable } from './keys-table.tsx';

const ofBoards = ['board', 'move', 'record', 'live'] as const;

/** 困ったとき: how the screens work, the keys, and whom to ask. */
export function HelpPage() {
  const { say } = useSpeech();
  const { me } = useWorkplace();
  const { board } = me.abilities;
  const topics = [...(board ? ofBoards : []), 'shared'] as const;
  usePageTitle(say('nav.help'));
  return (
    <div className="page narrow stack">
      <h1>{say('nav.help')}</h1>
      {topics.map(topic => (
        <section key={topic} className="panel stack-tight">
          <h2>{say(`help.${topic}`)}</h2>
          <p className="prose">{say(`help.${topic}Text`)}</p>
        </section>
      ))}
      {board && (
        <section className="panel stack-tight">
          <h2>{say('nav.keys')}</h2>
          <KeysTable />
          <p>
            <Link to="/settings">{say('help.switchKeys')}</Link>
          </p>
        </section>
      )}
      {me.abilities.proof && (
        <p>
          <Link to="/pathway">{say('proof.open')}</Link>
        </p>
      )}
      <section className="panel stack-tight">
        <h2>{say('help.contact')}</h2>
        <p className="prose">{say('help.contactOf', { org: me.membership.org.name })}</p>
      </section>
      <p>
        <Link to="/accessibility">{say('a11y.title')}</Link>
      </p>
    </div>
  );
}
