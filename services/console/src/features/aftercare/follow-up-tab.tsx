import type { CaseView, FollowUpPanel } from '@kaerimichi/contracts';
import { useToday } from '../../app/workplace.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { FormLink } from '../preparation/form-link.tsx';
import './aftercare.css';
import { GriefPart } from './grief-part.tsx';
import { PointPart } from './point-part.tsx';
import { useAftercare } from './use-aftercare.ts';

/** フォロー: months 1, 3 and 6 with what the family says, readmissions with their review; after a death the bereaved. */
export function FollowUpTab({ view }: { view: CaseView }) {
  const { say, code } = useSpeech();
  const { data, error, refetch } = useAftercare(view);
  const panel = data?.followUp;
  return (
    <section className="stack">
      <h2>{code('tab', 'followUp')}</h2>
      <ProblemNote error={error} onRetry={() => void refetch()} />
      {panel?.grief && <GriefPart view={view} grief={panel.grief} />}
      {panel && panel.points.length === 0 && !panel.grief && <p className="muted">{say('follow.notHome')}</p>}
      {panel?.points.map(point => (
        <PointPart
          key={point.point}
          {...{ view, point }}
          isOver={panel.grief !== null}
          isAsked={panel.asked === point.point}
        />
      ))}
      {panel && <Readmissions view={view} panel={panel} />}
    </section>
  );
}

function Readmissions({ view, panel: { readmissions } }: { view: CaseView; panel: FollowUpPanel }) {
  const { say, code, language } = useSpeech();
  const today = useToday();
  if (readmissions.length === 0) return null;
  return (
    <section className="panel stack-tight" aria-labelledby="follow-readmissions">
      <h3 id="follow-readmissions">{say('follow.readmissions')}</h3>
      <ol className="aftercare-list">
        {readmissions.map(({ seq, on, planned, cause, review }, at) => (
          <li key={seq}>
            <b>{shortDay(on, language, today)}</b>{' '}
            <span className="tag">{say(planned ? 'follow.planned' : 'follow.unplanned')}</span>
            {cause && <p>{cause}</p>}
            {review ? (
              <>
                <p className="small muted">
                  {say('follow.reviewed', { day: shortDay(review.on, language, today) })} {code('role', review.by.role)}{' '}
                  {review.by.name} {review.avoidable && code('avoidable', review.avoidable)}
                </p>
                {review.course && <p>{say('follow.course', { text: review.course })}</p>}
                {review.nextTime && <p>{say('follow.nextTime', { text: review.nextTime })}</p>}
                {review.note && <p>{review.note}</p>}
              </>
            ) : (
              <p>{say('follow.notReviewed')}</p>
            )}
            {at === 0 && view.stage === 'readmission' && (
              <p>
                <FormLink view={view} can={view.can} event="readmission.reviewed">
                  {say('follow.review')}
                </FormLink>
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
