import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { Fragment, type ReactNode } from 'react';
import { useSpeech } from '../words/speech-context.tsx';
import { Button } from './button.tsx';
import { type Folded, foldLog } from './fold-log.ts';
import { ProblemNote } from './problem-note.tsx';

/** How a log is asked for whose every question is an entry of a log: by a press alone, and never again by itself. */
export const askedByPress = {
  initialPageParam: '',
  gcTime: 0,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
};

type Props<Entry> = {
  readonly title: string;
  readonly log: UseInfiniteQueryResult<InfiniteData<{ readonly entries: readonly Entry[] }>>;
  /** A row of three cells: when, who, what. */
  readonly row: (told: Folded<Entry>) => ReactNode;
  /** What makes entries within an hour the same; absent: each stands by itself. */
  readonly sameBy?: (entry: Entry) => string;
};

/** A log of who did what, newest first, page by page. */
export function LogPages<Entry extends { readonly at: string }>({ title, log, row, sameBy }: Props<Entry>) {
  const { say } = useSpeech();
  const entries = log.data?.pages.flatMap(page => page.entries) ?? [];
  const rows = sameBy ? foldLog(entries, sameBy) : entries.map(entry => ({ entry, count: 1, since: entry.at }));
  return (
    <>
      <ProblemNote error={log.error} onRetry={() => void log.refetch()} />
      {rows.length > 0 && (
        <div className="table-frame">
          <table className="table">
            <caption className="hidden-visually">{title}</caption>
            <thead>
              <tr>
                <th scope="col">{say('accessLog.when')}</th>
                <th scope="col">{say('accessLog.who')}</th>
                <th scope="col">{say('accessLog.what')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((told, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: entries bear no number and are only added below
                <Fragment key={at}>{row(told)}</Fragment>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {log.hasNextPage && (
        <p>
          <Button isBusy={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
            {say('timeline.more')}
          </Button>
        </p>
      )}
    </>
  );
}
