import type { CaseView, Pathway } from '@kaerimichi/contracts';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { useTransitions } from '../../api/queries.ts';
import { mayWaive, useWorkplace } from '../../app/workplace.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { isMeant } from './is-meant.ts';
import { dailyForms, type Forms, recordForms, type WhyNot } from './record-forms.ts';
import { recordPath } from './record-path.ts';
import { subjectOf, subjects } from './record-subjects.ts';

/** So many are found at a glance. */
const FEW = 12;

type Event = Pathway['events'][number];

/** 記録する: every form this person may fill in now, what belongs to now first, the rest by what it is about. */
export function RecordTab({ view }: { view: CaseView }) {
  const { say, code, language } = useSpeech();
  const { me, pathway } = useWorkplace();
  const [text, setText] = useState('');
  const list = useRef<HTMLElement>(null);
  useArrows(list);
  const forms = recordForms({ view, me, pathway, mayWaive: mayWaive(me, view.can) });
  const isFound = (event: Event) => isMeant(event, text, language);
  const open = forms.open.filter(isFound);
  const closed = forms.closed.filter(({ event }) => isFound(event));
  return (
    <section className="stack" ref={list}>
      <h2>{code('tab', 'record')}</h2>
      {forms.open.length === 0 && <p>{say('record.none')}</p>}
      {forms.open.length > FEW && (
        <TextField
          label={say('record.filter')}
          hint={say('record.filterHint')}
          value={text}
          onChange={setText}
          input={{ type: 'search', autoComplete: 'off' }}
        />
      )}
      {text === '' && <Needed view={view} open={forms.open} />}
      {text === '' && <Daily view={view} open={forms.open} />}
      {text !== '' && <Found n={open.length} hasClosed={closed.length > 0} />}
      {subjects.map(subject => {
        const events = open.filter(event => subjectOf(event) === subject);
        return (
          events.length > 0 && <Group key={subject} view={view} title={code('subject', subject)} events={events} />
        );
      })}
      <Closed key={String(text === '')} closed={closed} isOpen={text !== ''} />
      {view.can.includes('entry.corrected') && <p className="small muted">{say('record.corrections')}</p>}
    </section>
  );
}

/** Arrows go from form to form, from the search field too; Tab does as well. */
function useArrows(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const around = list.current;
    const pressed = (event: KeyboardEvent) => {
      const isDown = event.key === 'ArrowDown';
      if (!around || (!isDown && event.key !== 'ArrowUp') || event.isComposing) return;
      const stops = [...around.querySelectorAll<HTMLElement>('input[type="search"], .record-list a')];
      const at = event.target instanceof HTMLElement ? stops.indexOf(event.target) : -1;
      const next = at < 0 ? undefined : stops[at + (isDown ? 1 : -1)];
      if (!next) return;
      event.preventDefault();
      next.focus();
    };
    around?.addEventListener('keydown', pressed);
    return () => around?.removeEventListener('keydown', pressed);
  }, [list]);
}

function Found({ n, hasClosed }: { n: number; hasClosed: boolean }) {
  const { say } = useSpeech();
  return (
    <p role="status" className="small muted">
      {n > 0 ? say('record.found', { n }) : say(hasClosed ? 'record.onlyClosed' : 'record.noMatch')}
    </p>
  );
}

type GroupProps = { readonly view: CaseView; readonly title: string; readonly events: readonly Event[] };

function Group({ view, title, events }: GroupProps) {
  const { pick } = useSpeech();
  return (
    <section className="panel stack-tight">
      <h3>{title}</h3>
      <ul className="record-list">
        {events.map(({ type, todo }) => (
          <li key={type}>
            <Link to={recordPath(view.id, type)}>{pick(todo)}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

type OpenProps = { readonly view: CaseView; readonly open: readonly Event[] };

/** First what the way forward still needs, as far as this person may write it; the step itself once nothing is missing. */
function Needed({ view, open }: OpenProps) {
  const { say, pick } = useSpeech();
  const transitions = useTransitions(view.id);
  const forward = transitions.data?.find(transition => transition.forward);
  const byType = new Map(open.map(event => [event.type, event]));
  const links = new Map<string, string>();
  for (const { fix } of forward?.reasons ?? []) {
    if (fix && byType.has(fix.event) && !links.has(fix.event)) links.set(fix.event, fix.route);
  }
  if (forward?.enabled && byType.has(forward.event))
    links.set(forward.event, `/cases/${view.id}/record/${forward.event}`);
  if (links.size === 0) return null;
  return (
    <section className="panel stack-tight record-needed">
      <h3>{say('record.needed')}</h3>
      <ul className="record-list">
        {[...links].map(([type, route]) => (
          <li key={type}>
            <Link to={route}>{pick(byType.get(type)?.todo ?? { ja: type, en: type })}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Daily({ view, open }: OpenProps) {
  const { say } = useSpeech();
  const { me } = useWorkplace();
  const events = dailyForms(open, me.membership.role);
  if (events.length === 0 || open.length <= FEW) return null;
  return <Group view={view} title={say('record.daily')} events={events} />;
}

type ClosedProps = { readonly closed: Forms['closed']; readonly isOpen: boolean };

/** What this role writes at another time, and what has to come before: no links, since the server would refuse. */
function Closed({ closed, isOpen }: ClosedProps) {
  const { say, pick } = useSpeech();
  const whyWords = useWhyWords();
  if (closed.length === 0) return null;
  return (
    <details className="panel record-closed" open={isOpen}>
      <summary>{say('record.closed', { n: closed.length })}</summary>
      <dl className="record-closed-list">
        {closed.map(({ event, why }) => (
          <div key={event.type}>
            <dt>{pick(event.todo)}</dt>
            <dd className="small muted">{whyWords(why)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

const whyKeys = { adult: 'record.whyAdult', over: 'record.whyOver', receiver: 'record.whyReceiver' } as const;

function useWhyWords(): (why: WhyNot) => string {
  const { say, pick } = useSpeech();
  const { pathway } = useWorkplace();
  return why => {
    if (why.is === 'first') return say('record.whyFirst', { what: pick(why.event.todo) });
    if (why.is !== 'stage') return say(whyKeys[why.is]);
    const labels = why.stages.map(id => pathway.stages.find(stage => stage.id === id)?.label);
    return say('record.whyStage', {
      stages: labels.flatMap(label => (label ? [pick(label)] : [])).join(say('record.or')),
    });
  };
}
