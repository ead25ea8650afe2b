import { Link } from 'react-router';
import { useObservable } from '../../app/services.tsx';
import { useWorkplace } from '../../app/workplace.tsx';
import { CaseName } from '../../parts/case-name.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { recordPath } from '../case/record-path.ts';
import { draftPlaces } from '../form/drafts.ts';
import { begunForms } from './local-drafts.ts';

/** 下書き: forms that were begun in this tab and not sent. */
export function BegunList() {
  const { say, pick } = useSpeech();
  const { me, pathway, live } = useWorkplace();
  const { held } = useObservable(live.feed.state);
  const begun = begunForms(draftPlaces(sessionStorage, me.person.id)).flatMap(({ caseId, type }) => {
    const card = held.cards.get(caseId);
    const event = pathway.events.find(other => other.type === type);
    return card && event ? [{ card, event }] : [];
  });
  if (begun.length === 0) return null;
  return (
    <section className="stack-tight" aria-labelledby="tasks-begun">
      <h2 id="tasks-begun">
        {say('task.begun')} <span className="muted small">{say('common.toDo', { n: begun.length })}</span>
      </h2>
      <ul className="task-list">
        {begun.map(({ card, event }) => (
          <li className="task" key={`${card.id} ${event.type}`}>
            <Link className="task-link" to={recordPath(card.id, event.type)}>
              <span className="task-child">
                <CaseName card={card} />
              </span>
              <span className="task-what">{pick(event.label)}</span>
            </Link>
            <span className="task-when small muted">{say('task.onThisDevice')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
