import type { CaseView, Preparation, StayRow } from '@kaerimichi/contracts';
import { useToday } from '../../app/workplace.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { dayAndTime, shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { FormLink } from './form-link.tsx';
import './preparation.css';
import { usePreparation } from './use-preparation.ts';

/** 外泊: each stay as it was planned, its diary from the family's telephone, and what came of it. */
export function StaysTab({ view }: { view: CaseView }) {
  const { say, code } = useSpeech();
  const { data, error, refetch } = usePreparation(view);
  const stays = data?.stays ?? [];
  return (
    <section className="stack">
      <div className="row spread">
        <h2>{code('tab', 'stays')}</h2>
        {data && (
          <FormLink view={view} can={data.can} event="trialStay.planned">
            {say('stays.plan')}
          </FormLink>
        )}
      </div>
      <ProblemNote error={error} onRetry={() => void refetch()} />
      {data && stays.length === 0 && <p className="muted">{say('stays.none')}</p>}
      {data && stays.map(stay => <Stay key={stay.id} {...{ view, data, stay }} />)}
    </section>
  );
}

type Props = { readonly view: CaseView; readonly data: Preparation; readonly stay: StayRow };

function Stay({ view, data, stay }: Props) {
  const { say, code, language } = useSpeech();
  const today = useToday();
  const { ordinal, kind, from, to, status, result, plan, problems, diary } = stay;
  const day = (on: string) => shortDay(on, language, today);
  return (
    <article className="panel stack-tight">
      <h3>
        {say('stays.title', { n: ordinal, kind: code('stayKind', kind) })}{' '}
        <span className={result && result !== 'succeeded' ? 'tag tag-alert' : 'tag'}>
          {result ? code('result', result) : code('stayStatus', status)}
        </span>
      </h3>
      <p>
        {say('stays.days', { from: day(from), to: day(to) })}{' '}
        {stay.stationVisits && <span className="small muted">{say('stays.station')}</span>}{' '}
        {status === 'planned' && (
          <span className={stay.permitted ? 'small muted' : 'small skill-short'}>
            {say(stay.permitted ? 'stays.permitted' : 'stays.notPermitted')}
          </span>
        )}
      </p>
      {plan && <p>{say('stays.planIs', { text: plan })}</p>}
      {problems && <p>{say('stays.problemsAre', { text: problems })}</p>}
      {result && <p className="small muted">{say(`stays.opens.${result}`)}</p>}
      <Acts {...{ view, data, stay }} />
      <Diary diary={diary} />
    </article>
  );
}

function Acts({ view, data: { can }, stay: { id, status, permitted } }: Props) {
  const { say } = useSpeech();
  const fill = { stayId: id };
  return (
    <p className="row">
      {status === 'planned' && !permitted && (
        <FormLink {...{ view, can, fill }} event="trialStay.permitted">
          {say('stays.permit')}
        </FormLink>
      )}
      {status === 'planned' && permitted && (
        <FormLink {...{ view, can, fill }} event="trialStay.begun">
          {say('stays.leave')}
        </FormLink>
      )}
      {status === 'begun' && (
        <FormLink {...{ view, can }} event="trialStay.returned">
          {say('stays.return')}
        </FormLink>
      )}
      {status !== 'planned' && (
        <FormLink {...{ view, can, fill }} event="trialStay.noted">
          {say('stays.write')}
        </FormLink>
      )}
    </p>
  );
}

/** What was written while the child was away, the oldest first; what went wrong is marked by a word. */
function Diary({ diary }: Pick<StayRow, 'diary'>) {
  const { say, code, language } = useSpeech();
  const today = useToday();
  if (diary.length === 0) return null;
  return (
    <>
      <h4>{say('stays.diary')}</h4>
      <ol className="stack-tight skill-entries">
        {diary.map(({ seq, at, by, isProblem, diary: text }) => (
          <li key={seq}>
            <span className="small muted">
              {dayAndTime(at, language, today)} {code('role', by.role)} {by.name}
            </span>{' '}
            {isProblem && <span className="tag tag-alert">{say('stays.problem')}</span>}
            <p>{text}</p>
          </li>
        ))}
      </ol>
    </>
  );
}
