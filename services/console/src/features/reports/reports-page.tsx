import { useQuery } from '@tanstack/react-query';
import { routes } from '../../api/routes.ts';
import { usePageTitle } from '../../app/page-title.ts';
import { useApi } from '../../app/services.tsx';
import { useWorkplace } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { Patience } from '../../parts/patience.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { clockTime, longDay, tokyoDayOf } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { countsCsv } from './counts-csv.ts';
import { CountsTable } from './counts-table.tsx';
import './reports.css';
import { type Counts, shownTables } from './shown-tables.ts';

/** 事業の集計: how many cases the network has, by what matters to the programme; of no single child. */
export function ReportsPage() {
  const { say } = useSpeech();
  const api = useApi();
  usePageTitle(say('counts.title'));
  const counts = useQuery({
    queryKey: ['counts'],
    queryFn: ({ signal }) => api.call(routes.counts, { signal }),
    // Each question is an entry of the access log, and the answer is another only on another day.
    refetchOnWindowFocus: false,
  });
  return (
    <div className="page stack">
      <h1>{say('counts.title')}</h1>
      <div className="stack-tight prose">
        <p>{say('counts.intro')}</p>
        <p>{say('counts.withheldText')}</p>
      </div>
      <ProblemNote error={counts.error} onRetry={() => void counts.refetch()} />
      {counts.isPending && <Patience look="part" />}
      {counts.data && <Tables counts={counts.data} />}
    </div>
  );
}

function Tables({ counts }: { counts: Counts }) {
  const speech = useSpeech();
  const { say, language } = speech;
  const { pathway, announce } = useWorkplace();
  const tables = shownTables(counts, pathway, speech);
  const taken = `${longDay(tokyoDayOf(counts.at), language)} ${clockTime(counts.at, language)}`;
  const save = () => {
    const heads = ['counts.table', 'counts.group', 'counts.count', 'counts.how', 'counts.taken'] as const;
    const [table, group, count, how, at] = heads;
    const csv = countsCsv(tables, { heads: [say(table), say(group), say(count), say(how), say(at)], taken });
    saveFile(`kaerimichi-${tokyoDayOf(counts.at)}.csv`, csv);
    announce(say('counts.saved'));
  };
  return (
    <>
      <div className="row spread">
        <p className="muted">{say('counts.at', { at: taken })}</p>
        <div className="row counts-tools">
          <Button onClick={save}>{say('counts.csv')}</Button>
          <Button onClick={() => window.print()}>{say('counts.print')}</Button>
        </div>
      </div>
      <div className="counts">
        {tables.map(table => (
          <CountsTable key={table.id} table={table} />
        ))}
      </div>
    </>
  );
}
