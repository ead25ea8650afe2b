import type { CaseView } from '@kaerimichi/contracts';
import type { ReactNode } from 'react';
import { useToday } from '../../app/workplace.tsx';
import { shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { FactValue } from './fact-value.tsx';
import { refWords } from './ref-words.ts';
import { useNames } from './use-names.ts';
import { isPart, whyCategory } from './withheld.ts';

/** Bookkeeping of the machine that the page's head, or nothing, says to people. */
const unsaid = new Set(['round', 'entry', 'lead', 'corrections', 'nearedOn', 'birthKnownOn', 'toldOrgs']);

const isEmpty = (value: unknown) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

type Props = {
  /** The case as whoever it is shown for sees it: the one who reads, or a partner whose view is looked at. */
  readonly view: CaseView;
  /** Role of whoever the view is of. */
  readonly role: string;
  /** Whom to call, and what a hospital's file told: both are asked for apart, with the rights of whoever asks. */
  readonly contacts: ReactNode;
  readonly source: ReactNode;
};

/** 情報: what is known, by category; what is not shared says so and holds nothing. */
export function FactsTab({ view, role: roleId, contacts, source }: Props) {
  const { say, code } = useSpeech();
  const names = useNames(view, { withDirectory: true });
  const role = code('role', roleId);
  return (
    <section className="stack">
      <h2>{code('tab', 'facts')}</h2>
      <Deadlines view={view} />
      {Object.entries(view.facts).map(([category, facts]) => {
        const known = Object.entries(facts).filter(([name, value]) => !unsaid.has(name) && !isEmpty(value));
        return (
          <section key={category} className="panel stack-tight">
            <h3>{code('category', category)}</h3>
            <dl className="facts">
              {known.map(([name, value]) => (
                <div key={name}>
                  <dt>{code('fact', name)}</dt>
                  <dd>{name === 'contacts' ? contacts : <FactValue name={name} value={value} names={names} />}</dd>
                </div>
              ))}
            </dl>
            {isPart(view, category) && <p className="small muted">{say('part.main', { role })}</p>}
            {known.length === 0 && !isPart(view, category) && <p className="muted">{say('facts.nothing')}</p>}
          </section>
        );
      })}
      {source}
      {view.hidden.map(category => (
        <section key={category} className="panel stack-tight">
          <h3>{code('category', category)}</h3>
          <p className="muted">{say(whyCategory(view, category), { role })}</p>
        </section>
      ))}
    </section>
  );
}

function Deadlines({ view }: { view: CaseView }) {
  const speech = useSpeech();
  const today = useToday();
  if (view.deadlines.length === 0) return null;
  // Japanese sets nothing before a bracket.
  const gap = speech.language === 'ja' ? '' : ' ';
  const sorted = [...view.deadlines].sort((a, b) => (a.on < b.on ? -1 : 1));
  return (
    <section className="panel stack-tight">
      <h3>{speech.say('facts.deadlines')}</h3>
      <ul className="deadlines">
        {sorted.map(({ kind, ref, on }) => (
          <li key={`${kind} ${ref}`}>
            <span className="fact-on">{shortDay(on, speech.language, today)}</span>
            <span>{[speech.code('dueKind', kind), refWords({ kind, ref }, speech)].filter(Boolean).join(gap)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
