import { Link } from 'react-router';
import { usePageTitle } from '../../app/page-title.ts';
import { useWorkplace } from '../../app/workplace.tsx';
import { useSpeech } from '../../words/speech-context.tsx';

/** はじめに: for roles that have no screen of their own yet: what they can do, what they cannot, and whom to ask. */
export function StartPage() {
  const { say, code, findWord } = useSpeech();
  const { me } = useWorkplace();
  const { org, role } = me.membership;
  usePageTitle(say('nav.start'));
  return (
    <div className="page narrow stack">
      <h1>{say('nav.start')}</h1>
      <p>{say('start.as', { org: org.name, role: code('role', role) })}</p>
      <section className="panel stack-tight">
        <h2>{say('start.can', { role: code('role', role) })}</h2>
        <ul className="role-intro-list">
          <li>
            <Link to="/settings">{say('nav.settings')}</Link> {say('start.settings')}
          </li>
          <li>
            <Link to="/help">{say('nav.help')}</Link> {say('start.help')}
          </li>
        </ul>
      </section>
      <section className="panel stack-tight">
        <h2>{say('start.cannot')}</h2>
        <p className="prose">{findWord('introNot', role) ?? say('start.noScreen')}</p>
        <p className="prose">{say('start.noCases')}</p>
      </section>
    </div>
  );
}
