import type { MorningCase } from '@kaerimichi/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { routes } from '../../api/routes.ts';
import { usePageTitle } from '../../app/page-title.ts';
import { useApi } from '../../app/services.tsx';
import { useToday, useWorkplace } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { childCalled } from '../../parts/child-words.ts';
import { DeadlineChip } from '../../parts/chips.tsx';
import { Patience } from '../../parts/patience.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { dayAndTime } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { useNotePrint } from '../board/use-note-print.ts';
import { PaperFoot, RunningHead } from '../case/paper-head.tsx';
import './morning.css';
import { onPaper, PRINTED_CHANGES, wardsOf } from './morning-page.ts';

/** 朝の確認: what happened since the last working day went home, hospital by hospital, on one sheet of paper. */
export function MorningView() {
  const { say, language } = useSpeech();
  const api = useApi();
  const today = useToday();
  usePageTitle(say('morning.title'));
  const asked = useQuery({
    queryKey: ['tasks', 'morning', today],
    queryFn: ({ signal }) => api.call(routes.morning, { signal }),
    staleTime: 0,
  });
  const found = asked.data;
  const refused = useNotePrint(
    'morning',
    [...onPaper(found?.cases ?? [])].map(({ caseId }) => caseId),
  );
  return (
    <div className="page stack morning">
      <div className="print-only">
        <RunningHead title={say('morning.paperTitle')} />
      </div>
      <div className="row spread">
        <h1>{say('morning.title')}</h1>
        <p className="row no-print">
          <Link className="button" to="/tasks">
            {say('nav.tasks')}
          </Link>
          <Button onClick={() => window.print()}>{say('morning.print')}</Button>
        </p>
      </div>
      <ProblemNote error={asked.error} onRetry={() => void asked.refetch()} />
      <ProblemNote error={refused} />
      {asked.isPending && <Patience look="part" />}
      {found && (
        <>
          <p className="muted">
            {say('morning.since', {
              since: dayAndTime(found.since, language, today),
              at: dayAndTime(found.at, language, today),
              n: found.cases.length,
            })}
          </p>
          {found.cases.length === 0 && <p>{say('morning.none')}</p>}
          <Wards cases={found.cases} orgs={found.orgs} today={today} />
          {found.more && <p className="small">{say('morning.more')}</p>}
          <div className="print-only">
            <PaperFoot rightAt={found.at} />
          </div>
        </>
      )}
    </div>
  );
}

type WardsProps = {
  readonly cases: readonly MorningCase[];
  readonly orgs: Readonly<Record<string, string>>;
  readonly today: string;
};

function Wards({ cases, orgs, today }: WardsProps) {
  const { say } = useSpeech();
  const { me } = useWorkplace();
  const printed = onPaper(cases);
  const left = cases.length - printed.size;
  return (
    <div className="morning-wards">
      {wardsOf(cases, me.membership.org.id).map(({ lead, cases: own }) => (
        <section
          key={lead}
          aria-labelledby={`ward-${lead}`}
          className={own.some(one => printed.has(one)) ? '' : 'no-print'}
        >
          <h2 id={`ward-${lead}`}>
            {orgs[lead] ?? lead} <span className="muted small">{say('common.cases', { n: own.length })}</span>
          </h2>
          <ul className="morning-cases">
            {own.map(one => (
              <Row key={one.caseId} found={one} today={today} isPrinted={printed.has(one)} />
            ))}
          </ul>
        </section>
      ))}
      {left > 0 && <p className="print-only small">{say('morning.left', { n: left })}</p>}
    </div>
  );
}

type RowProps = { readonly found: MorningCase; readonly today: string; readonly isPrinted: boolean };

function Row({ found, today, isPrinted }: RowProps) {
  const speech = useSpeech();
  const { say, pick, language } = speech;
  const { pathway } = useWorkplace();
  const called = childCalled(found, speech);
  const column = pathway.columns.find(({ id }) => id === found.column);
  const more = found.changes.length - PRINTED_CHANGES;
  return (
    <li className={isPrinted ? 'morning-case' : 'morning-case no-print'}>
      <p className="row">
        <Link to={`/cases/${found.caseId}/history`}>
          <span className="case-no">{found.no}</span> {called && <strong>{called}</strong>}
        </Link>
        {column && <span className="small">{pick(column.label)}</span>}
        {found.mine && <b className="small">{say('turn.you')}</b>}
        {found.due && <DeadlineChip on={found.due.on} today={today} />}
      </p>
      <ul className="small">
        {found.changes.toReversed().map((change, at) => (
          <li key={change.seq} className={at < PRINTED_CHANGES ? '' : 'no-print'}>
            <span className="muted">{dayAndTime(change.at, language, today)}</span> {change.label}
            {change.by && <span className="muted"> {change.by}</span>}
          </li>
        ))}
        {more > 0 && <li className="print-only">{say('common.andMore', { n: more })}</li>}
      </ul>
    </li>
  );
}
