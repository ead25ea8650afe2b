import { maySend, useWorkplace } from '../../app/workplace.tsx';
import { useSpeech } from '../../words/speech-context.tsx';

/** What somebody of an organisation that cases are shared with can do here, before any case is. */
export function RoleIntro() {
  const { say, code, findWord } = useSpeech();
  const { me } = useWorkplace();
  const role = code('role', me.membership.role);
  const own = findWord('intro', me.membership.role);
  return (
    <section className="panel stack-tight role-intro">
      <h2>{say('start.can', { role })}</h2>
      <ul className="role-intro-list">
        <li>{say('start.asked')}</li>
        {maySend(me, 'candidate.answered') && <li>{say('start.answer')}</li>}
        <li>{say('start.consent')}</li>
        {own && <li>{own}</li>}
      </ul>
      <p>{say('start.wait')}</p>
    </section>
  );
}
