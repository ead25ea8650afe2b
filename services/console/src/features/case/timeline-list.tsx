import type { HistoryEvent } from '@kaerimichi/contracts';
import { Fragment, memo, type ReactNode, useMemo } from 'react';
import { Link } from 'react-router';
import { useCase } from '../../api/queries.ts';
import { useToday, useWorkplace } from '../../app/workplace.tsx';
import { clockTime, shortDay, tokyoDayOf } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { fieldsOf } from '../form/schema.ts';
import { describeBody } from './describe-values.ts';
import { aboutEntry, entrySubjects } from './entry-subjects.ts';
import './timeline.css';
import { useNames } from './use-names.ts';
import { whyEntry } from './withheld.ts';

type Props = {
  readonly events: readonly HistoryEvent[];
  /** All entries at hand, where fewer are listed: what one is about may stand in another. */
  readonly history?: readonly HistoryEvent[];
  readonly caseId: string;
  /** Whether entries that this person may correct lead to their correction. */
  readonly offersCorrection?: boolean;
  /** What else stands in the list. */
  readonly marks?: TimelineMarks;
};

export type TimelineMarks = {
  /** An entry that tells itself; null of every other. The same function until what it tells has changed. */
  readonly details: (event: HistoryEvent) => ReactNode;
  /** Entries that have a mark of their own, until they were seen. */
  readonly isNew: (seq: number) => boolean;
  /** Stands before the entry at this place; -1: nowhere. */
  readonly divider: { readonly at: number; readonly words: ReactNode };
};

/** What happened, newest first, in plain words: when, who, what. */
export function TimelineList({ events, history = events, caseId, offersCorrection = false, marks }: Props) {
  const { language } = useSpeech();
  const today = useToday();
  const names = useSubjects(caseId, history);
  const days = events.map(({ at }) => at && tokyoDayOf(at));
  return (
    <ol className="timeline">
      {events.map((event, at) => {
        const day = days[at];
        // What is not shared says no day: it stands within the one above it.
        const isNewDay = day && day !== days.slice(0, at).findLast(other => other !== null);
        return (
          <Fragment key={event.seq}>
            {marks?.divider.at === at && <li className="timeline-divider">{marks.divider.words}</li>}
            {isNewDay && (
              <li className="timeline-day">
                <time dateTime={day}>{shortDay(day, language, today)}</time>
              </li>
            )}
            <TimelineEntry
              {...{ event, history, caseId, offersCorrection, names }}
              isNew={marks?.isNew(event.seq) ?? false}
              details={marks?.details}
            />
          </Fragment>
        );
      })}
    </ol>
  );
}

/** Words of all that the entries name by id: people, organisations, conditions, items. */
function useSubjects(caseId: string, events: readonly HistoryEvent[]): Readonly<Record<string, string>> {
  const speech = useSpeech();
  const { pathway } = useWorkplace();
  const today = useToday();
  const view = useCase(caseId).data;
  const names = useNames(view);
  return useMemo(
    () => entrySubjects({ events, view, pathway, names, today }, speech),
    [events, view, pathway, names, today, speech],
  );
}

type EntryProps = {
  readonly event: HistoryEvent;
  readonly history: readonly HistoryEvent[];
  readonly caseId: string;
  readonly offersCorrection: boolean;
  readonly names: Readonly<Record<string, string>>;
  readonly isNew: boolean;
  readonly details: TimelineMarks['details'] | undefined;
};

/** Drawn anew only when something of its own has changed: a long list grows by what is new in it. */
const TimelineEntry = memo(function TimelineEntry(props: EntryProps) {
  const { event, history, caseId, offersCorrection, names, isNew, details } = props;
  const { say, language, code } = useSpeech();
  const today = useToday();
  const { at, by, label, occurredOn, corrected, proposed, correctable, seq } = event;
  const said = ({ name, org, role }: HistoryEvent['by']) =>
    [name ?? code('role', role), org].filter(Boolean).join(' · ');
  const isOther = occurredOn !== undefined && at !== null && occurredOn !== tokyoDayOf(at);
  return (
    <li
      className={['entry', corrected && 'entry-corrected', isNew && 'entry-new'].filter(Boolean).join(' ')}
      data-seq={seq}
    >
      {at ? (
        <time className="entry-time" dateTime={at}>
          {clockTime(at, language)}
        </time>
      ) : (
        <span className="entry-time" />
      )}
      <p className="entry-label">
        {label}
        {isOther && (
          <span className="small"> {say('timeline.occurred', { day: shortDay(occurredOn, language, today) })}</span>
        )}
        {corrected && <span className="tag">{say('timeline.corrected')}</span>}
        {proposed && <span className="tag">{say('timeline.proposed')}</span>}
        <span className="entry-by">{said(by)}</span>
      </p>
      {offersCorrection && correctable && <CorrectLink event={event} caseId={caseId} />}
      {proposed && <p className="small">{say('timeline.proposedBy', { who: said(proposed) })}</p>}
      {details?.(event) ?? <EntryDetails event={event} history={history} names={names} caseId={caseId} />}
    </li>
  );
});

function CorrectLink({ event: { seq, label, proposed }, caseId }: Pick<EntryProps, 'event' | 'caseId'>) {
  const { say } = useSpeech();
  return (
    <Link
      className="entry-correct"
      to={`/cases/${caseId}/record/entry.corrected?seq=${seq}`}
      aria-label={say(proposed ? 'timeline.confirmName' : 'timeline.correctName', { label, seq })}
    >
      {say(proposed ? 'timeline.confirm' : 'timeline.correct')}
    </Link>
  );
}

function EntryDetails({ event, history, names, caseId }: Omit<EntryProps, 'offersCorrection' | 'isNew' | 'details'>) {
  const speech = useSpeech();
  const { pathway } = useWorkplace();
  const { type, body, texts } = event;
  const today = useToday();
  const described = useMemo(() => {
    const definition = pathway.events.find(other => other.type === type);
    const fields = definition ? fieldsOf(definition.schema, speech.language) : [];
    const about = aboutEntry(event, { events: history, today }, speech);
    const said = describeBody(
      fields.filter(({ name }) => name !== 'occurredOn' && name !== 'seq'),
      { ...body, ...texts },
      { speech, names, today },
    );
    return about === '' ? said : [{ name: 'seq', label: speech.say('timeline.about'), text: about }, ...said];
  }, [pathway, type, body, texts, event, history, speech, names, today]);
  // What is not even named has said so in its label.
  if (event.category === 'hidden') return null;
  if (body === null && texts === null) return <Withheld caseId={caseId} category={event.category} />;
  if (described.length === 0) return null;
  return (
    <dl className="entry-details">
      {described.map(({ name, label, text }) => (
        <div key={name}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Why the words of an entry are not shown. */
function Withheld({ caseId, category }: { caseId: string; category: string }) {
  const { say, code } = useSpeech();
  const { me } = useWorkplace();
  const view = useCase(caseId).data;
  if (!view) return null;
  return <p className="muted small">{say(whyEntry(view, category), { role: code('role', me.membership.role) })}</p>;
}
