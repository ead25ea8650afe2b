import type { AccessLogEntry } from '@kaerimichi/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { routes } from '../../api/routes.ts';
import { useApi } from '../../app/services.tsx';
import { useToday, useWorkplace } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import type { Folded } from '../../parts/fold-log.ts';
import { askedByPress, LogPages } from '../../parts/log-pages.tsx';
import { clockTime, dayAndTime, tokyoDayOf } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';

/** 閲覧の記録: who looked at the case. Asked for by a press alone, since asking is recorded too. */
export function AccessLog({ caseId }: { caseId: string }) {
  const { say } = useSpeech();
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="stack-tight" aria-labelledby="access-log-title">
      <h2 id="access-log-title">{say('accessLog.title')}</h2>
      <p className="muted small">{say('accessLog.intro')}</p>
      {isOpen ? (
        <Entries caseId={caseId} />
      ) : (
        <p>
          <Button onClick={() => setOpen(true)}>{say('accessLog.open')}</Button>
        </p>
      )}
    </section>
  );
}

function useAccessLog(id: string) {
  const api = useApi();
  return useInfiniteQuery({
    ...askedByPress,
    // Not below the case: what happens to it asks no question that somebody would be named with.
    queryKey: ['access-log', id],
    queryFn: ({ pageParam: before, signal }) =>
      api.call(routes.accessLog, { params: { id }, query: before ? { before } : {}, signal }),
    getNextPageParam: page => page.next,
  });
}

function Entries({ caseId }: { caseId: string }) {
  const { say } = useSpeech();
  return (
    <LogPages
      title={say('accessLog.title')}
      log={useAccessLog(caseId)}
      sameBy={({ at: _, ...told }) => JSON.stringify(told)}
      row={told => <Row told={told} />}
    />
  );
}

function Row({ told: { entry, count, since } }: { told: Folded<AccessLogEntry> }) {
  const { say, language, code } = useSpeech();
  const today = useToday();
  const { at, by } = entry;
  const isSameDay = tokyoDayOf(at) === tokyoDayOf(since);
  const who = by && [by.name, by.role && code('role', by.role), by.org].filter(Boolean).join(' · ');
  return (
    <tr>
      <td>
        {count > 1 && (
          <>
            <time dateTime={since}>{dayAndTime(since, language, today)}</time>
            {' – '}
          </>
        )}
        <time dateTime={at}>{count > 1 && isSameDay ? clockTime(at, language) : dayAndTime(at, language, today)}</time>
      </td>
      <td>{who}</td>
      <td>
        <Looked entry={entry} />
        {count > 1 && <span className="small muted"> {say('accessLog.times', { n: count })}</span>}
      </td>
    </tr>
  );
}

/** What was looked at, or wished and refused, and why. */
function Looked({ entry: { action, what, outcome } }: { entry: AccessLogEntry }) {
  const { say, code, pick } = useSpeech();
  const { pathway } = useWorkplace();
  if (what === 'hidden') return code('category', what);
  const event = pathway.events.find(({ type }) => type === what);
  const thing = event ? pick(event.label) : code('looked', action === 'watch' ? action : what);
  return outcome === 'ok' ? thing : say('accessLog.refused', { what: thing, why: code('problem', outcome) });
}
