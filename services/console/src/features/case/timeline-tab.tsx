import type { CaseView, HistoryEvent } from '@kaerimichi/contracts';
import { startTransition, useCallback, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useHistory, useLastEvents } from '../../api/queries.ts';
import { useWorkplace } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { Patience } from '../../parts/patience.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { AccessLog } from './access-log.tsx';
import { type Look, useLastLook } from './last-look.ts';
import { dividerAt, newSince } from './new-since.ts';
import { NoteComposer } from './note-composer.tsx';
import { NoteEntry } from './note-entry.tsx';
import { notesOf, withoutNoteParts } from './notes-of.ts';
import { TimelineFilters } from './timeline-filters.tsx';
import { kindsIn, kindsOf } from './timeline-kinds.ts';
import { TimelineList, type TimelineMarks } from './timeline-list.tsx';
import { useEntryInSight } from './use-entry-in-sight.ts';
import { useNewMarks } from './use-new-marks.ts';

/** A screenful is drawn at once, more on request: a history may have thousands. */
const FIRST = 30;
const MORE = 60;
/** A longer history is shown from its newest entries before all of it is here. */
const LONG = 200;

/** The history, newest first: of a long one the newest entries until the rest has come. */
function useEntries(view: CaseView) {
  const isLong = view.version > LONG;
  const last = useLastEvents(view.id, { version: view.version, most: FIRST, isWanted: isLong });
  const whole = useHistory(view.id);
  return { ...whole, events: whole.data ?? (isLong ? last.data : undefined) };
}

/** 経過: everything written about the case, newest first. */
export function TimelineTab({ view }: { view: CaseView }) {
  const { say, code } = useSpeech();
  const { events = none, data, isPending, error, refetch } = useEntries(view);
  const { shown, all, most, showMore, marks, list } = useTimeline(view, events);
  return (
    <section className="stack">
      <h2>{code('tab', 'timeline')}</h2>
      {view.can.includes('note.added') && <NoteComposer view={view} />}
      <TimelineFilters events={all} />
      <ProblemNote error={error} onRetry={() => void refetch()} />
      {isPending && events.length === 0 && <Patience look="part" />}
      {data && shown.length === 0 && <p className="muted">{say('timeline.none')}</p>}
      <div ref={list}>
        <TimelineList events={shown.slice(0, most)} history={events} caseId={view.id} offersCorrection marks={marks} />
      </div>
      {shown.length > most && (
        <p>
          <Button onClick={showMore}>{say('timeline.more')}</Button>
        </p>
      )}
      {view.accessLog && <AccessLog caseId={view.id} />}
    </section>
  );
}

const none: readonly HistoryEvent[] = [];

/** What of the history is listed, and how it is marked. */
function useTimeline(view: CaseView, events: readonly HistoryEvent[]) {
  const { me, pathway } = useWorkplace();
  const [search] = useSearchParams();
  const [wanted, setMost] = useState(FIRST);
  const list = useRef<HTMLDivElement>(null);
  const look = useLastLook(view.id);
  const notes = useMemo(() => notesOf(events), [events]);
  const all = useMemo(() => withoutNoteParts(events, notes), [events, notes]);
  const kinds = kindsIn(search);
  const kindOf = (type: string) => pathway.events.find(event => event.type === type)?.kind;
  const shown =
    kinds.length === 0 ? all : all.filter(event => kindsOf(event, kindOf).some(kind => kinds.includes(kind)));
  const fresh = newSince(shown, look, { name: me.person.name, org: me.membership.org.name });
  const at = dividerAt(shown, look, fresh.length > 0);
  const sought = useEntryInSight(list, shown);
  // What somebody was sent to, and all that is new to them, is there without asking.
  const most = Math.max(wanted, at + 1, sought + 1);
  const isNew = useNewMarks(list, fresh);
  const details = useCallback(
    (event: HistoryEvent) => {
      const thread = notes.get(event.seq);
      return thread && event.texts ? <NoteEntry view={view} note={event} thread={thread} /> : null;
    },
    [notes, view],
  );
  const marks: TimelineMarks = {
    details,
    isNew,
    divider: { at, words: <Divider look={look} n={fresh.length} /> },
  };
  // Dozens of entries are drawn beside the next press, not before it.
  const showMore = () => startTransition(() => setMost(most + MORE));
  return { shown, all, most, showMore, marks, list };
}

function Divider({ look, n }: { look: Look | null; n: number }) {
  const { say } = useSpeech();
  return look && say('timeline.lastLook', { n });
}
