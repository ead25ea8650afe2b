import type { Aftercare, CaseView } from '@kaerimichi/contracts';
import { Link } from 'react-router';
import { useSpeech } from '../../words/speech-context.tsx';
import { recordPath } from '../case/record-path.ts';
import { FormLink } from '../preparation/form-link.tsx';

type Props = { readonly view: CaseView; readonly told: NonNullable<Aftercare['evaluation']> };

/** What the result of the evaluation left behind it: the plan, and each handoff that still says it the old way. */
export function ResultToDo({ view, told: { stale, planIsOld } }: Props) {
  const { say, code } = useSpeech();
  if (stale.length === 0 && !planIsOld) return null;
  return (
    <section className="panel stack-tight" aria-labelledby="evaluation-to-do">
      <h3 id="evaluation-to-do">{say('evaluation.toDo')}</h3>
      <ul className="aftercare-list">
        {planIsOld && (
          <li className="row spread">
            <span>
              <span className="tag tag-alert">{say('evaluation.old')}</span> {say('evaluation.planOld')}
            </span>
            <FormLink view={view} can={view.can} event="plan.written">
              {say('evaluation.writePlan')}
            </FormLink>
          </li>
        )}
        {stale.map(({ id, org, sections }) => (
          <li key={id} className="row spread">
            <span>
              <span className="tag tag-alert">{say('evaluation.old')}</span>{' '}
              {say('evaluation.handoffOld', {
                org: org ?? say('evaluation.outside'),
                sections: sections.map(one => code('section', one)).join(say('common.listMark')),
              })}
            </span>
            {view.can.includes('handoff.composed') && (
              <Link
                className="button"
                to={recordPath(view.id, 'handoff.composed', id)}
                aria-label={say('evaluation.reviseOf', { org: org ?? say('evaluation.outside') })}
              >
                {say('evaluation.revise')}
              </Link>
            )}
          </li>
        ))}
      </ul>
      <p className="small muted">{say('evaluation.toDoHint')}</p>
    </section>
  );
}
