import type { CaseView, FamilyAnswer, FollowUpPanel } from '@kaerimichi/contracts';
import { useToday } from '../../app/workplace.tsx';
import { shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { FormLink } from '../preparation/form-link.tsx';

type Point = FollowUpPanel['points'][number];
type Props = {
  readonly view: CaseView;
  readonly point: Point;
  /** Nothing is asked any more. */
  readonly isOver: boolean;
  /** The family's page asks about it now. */
  readonly isAsked: boolean;
};

const parts = ['condition', 'equipment', 'services', 'siblings', 'note'] as const;

/** One time at which it is asked how it goes: what a nurse found, beside it what the family says. */
export function PointPart({ view, point: { point, dueOn, done, family }, isOver, isAsked }: Props) {
  const { say, code, language } = useSpeech();
  const today = useToday();
  const day = (on: string) => shortDay(on, language, today);
  const isLate = !isOver && !done && dueOn !== null && dueOn < today;
  return (
    <article className="panel stack-tight" aria-labelledby={`follow-${point}`}>
      <h3 id={`follow-${point}`}>
        {code('point', point)}{' '}
        <span className={isLate ? 'tag tag-alert' : 'tag'}>
          {done
            ? say('follow.doneOn', { day: day(done.on) })
            : dueOn
              ? say(isLate ? 'follow.late' : 'follow.due', { day: day(dueOn) })
              : say('follow.open')}
        </span>
      </h3>
      {done && (
        <dl className="aftercare-facts">
          {parts.map(name =>
            done[name] ? (
              <div key={name}>
                <dt>{say(`follow.${name}`)}</dt>
                <dd>{done[name]}</dd>
              </div>
            ) : null,
          )}
        </dl>
      )}
      {point !== 'early' && <Family answers={family} isAsked={isAsked} />}
      {!isOver && (
        <p className="row">
          <FormLink view={view} can={view.can} event="followUp.evaluated" fill={{ point }}>
            {say(done ? 'follow.again' : 'follow.evaluate')}
          </FormLink>
          {point !== 'early' && (
            <FormLink view={view} can={view.can} event="followUp.familyAnswered" fill={{ point }}>
              {say('follow.byPhone')}
            </FormLink>
          )}
        </p>
      )}
    </article>
  );
}

function Family({ answers, isAsked }: { answers: readonly FamilyAnswer[] | null; isAsked: boolean }) {
  const { say } = useSpeech();
  if (answers === null) return <p className="muted">{say('follow.familyNotShared')}</p>;
  if (answers.length === 0) return <p className="muted">{say(isAsked ? 'follow.familyAsked' : 'follow.noFamily')}</p>;
  return (
    <>
      <h4>{say('follow.family')}</h4>
      <ul className="aftercare-list">
        {answers.map(answer => (
          <Answer key={`${answer.on} ${answer.by.name} ${answer.worry} ${answer.going}`} {...{ answer }} />
        ))}
      </ul>
    </>
  );
}

function Answer({ answer }: { answer: FamilyAnswer }) {
  const { say, code, language } = useSpeech();
  const today = useToday();
  const { on, by, sleepHours, fatigue, unplannedVisits, wantsCall, going, worry } = answer;
  return (
    <li>
      <span className="small muted">
        {shortDay(on, language, today)} {code('role', by.role)} {by.name}
      </span>
      <p>
        {say('follow.sleep', { n: sleepHours })} · {say('follow.fatigue', { word: code('fatigue', String(fatigue)) })} ·{' '}
        {say('follow.visits', { n: unplannedVisits })}{' '}
        {wantsCall && <span className="tag tag-alert">{say('follow.wantsCall')}</span>}
      </p>
      {going && <p>{say('follow.going', { text: going })}</p>}
      {worry && <p>{say('follow.worry', { text: worry })}</p>}
    </li>
  );
}
