import type { CaseView } from '@kaerimichi/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useHistory } from '../../api/queries.ts';
import { useToday, useWorkplace } from '../../app/workplace.tsx';
import { dayAndTime } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { itemsOf } from '../form/items-of.ts';
import { ContactPane } from './contact-pane.tsx';
import { FactValue } from './fact-value.tsx';
import { PaneTime } from './pane-time.tsx';
import './panes.css';
import { type AloneAt, summaryFacts } from './summary-facts.ts';
import { useNames } from './use-names.ts';
import { WeightNote } from './weight-note.tsx';
import { whyCategory } from './withheld.ts';

const LAST_ENTRIES = 3;

type SummaryProps = {
  readonly view: CaseView;
  /** Whether the timeline stands beside it: then it does not tell its last entries too. */
  readonly hasTimeline?: boolean;
};

/** 概要: whom to call first of all, the child in a few lines, what came last. At the left of a case, or a tab of its own. */
export function CaseSummary({ view, hasTimeline = false }: SummaryProps) {
  const { say } = useSpeech();
  const history = useHistory(view.id);
  return (
    <div className="stack">
      <PaneTime at={history.dataUpdatedAt} />
      <Part title={say('pane.contacts')}>
        <ContactPane view={view} />
      </Part>
      <Part title={say('pane.summary')}>
        <Summary view={view} />
      </Part>
      <Papers view={view} />
      {!hasTimeline && <LastEntries view={view} />}
    </div>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="stack-tight">
      <h2 className="pane-title">{title}</h2>
      {children}
    </section>
  );
}

/** What one has to know before one calls anybody; what is not shared says so in its place. */
function Summary({ view }: { readonly view: CaseView }) {
  const { say, code } = useSpeech();
  const { me } = useWorkplace();
  const names = useNames(view);
  const today = useToday();
  const role = code('role', me.membership.role);
  return (
    <dl className="pane-facts">
      {summaryFacts(view, today).map(fact => (
        <div key={fact.name}>
          <dt>{code('fact', fact.name)}</dt>
          <dd>
            {fact.is === 'withheld' && <span className="muted">{say(whyCategory(view, fact.category), { role })}</span>}
            {fact.is === 'alone' && <AloneList skills={fact.skills} />}
            {fact.is === 'known' && <FactValue name={fact.name} value={fact.value} names={names} />}
          </dd>
        </div>
      ))}
      <div>
        <dt>{code('fact', 'weight')}</dt>
        <dd>
          <WeightNote view={view} isBare />
        </dd>
      </div>
    </dl>
  );
}

/** `吸引(気切) 母(2人必要・いま1人)`: who may be left alone with what, and where that is not enough yet. */
function AloneList({ skills }: { readonly skills: readonly AloneAt[] }) {
  const { say, code } = useSpeech();
  return (
    <ul className="alone-list">
      {skills.map(({ procedure, caregivers, needed }) => (
        <li key={procedure}>
          <span className="muted small">{code('procedure', procedure)}</span>{' '}
          {caregivers.map(caregiver => code('caregiver', caregiver)).join(say('common.listMark')) ||
            say('alone.nobody')}
          {needed !== null && caregivers.length < needed && (
            <strong className="alone-short small"> {say('alone.short', { needed, have: caregivers.length })}</strong>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The handoffs: what is written of a case as a whole. */
function Papers({ view }: { readonly view: CaseView }) {
  const { say, code } = useSpeech();
  const names = useNames(view);
  const handoffs = itemsOf(view, 'handoffs').slice(-LAST_ENTRIES).toReversed();
  if (handoffs.length === 0) return null;
  return (
    <Part title={say('pane.papers')}>
      <ul className="pane-links">
        {handoffs.map(({ id, org, status }) => (
          <li key={String(id)}>
            <Link to={`/cases/${view.id}/handoffs/${id}`}>
              {say('pane.handoff', {
                to: names[String(org)] ?? say('common.none'),
                status: code('item', String(status)),
              })}
            </Link>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function LastEntries({ view }: { readonly view: CaseView }) {
  const { say, language } = useSpeech();
  const today = useToday();
  const history = useHistory(view.id);
  const last = (history.data ?? []).filter(({ at }) => at !== null).slice(0, LAST_ENTRIES);
  if (last.length === 0) return null;
  return (
    <Part title={say('timeline.last')}>
      <ul className="stack-tight small">
        {last.map(({ seq, at, label, by }) => (
          <li key={seq}>
            <span className="muted">{at && dayAndTime(at, language, today)}</span>{' '}
            {[label, by.name].filter(Boolean).join(say('common.listMark'))}
          </li>
        ))}
      </ul>
      <p className="small">
        <Link to={`/cases/${view.id}`}>{say('pane.allEntries')}</Link>
      </p>
    </Part>
  );
}
