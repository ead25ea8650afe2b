import type { CaseView } from '@kaerimichi/contracts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../words/speech-context.tsx';
import { DeadlineList } from './deadline-list.tsx';
import { FactValue } from './fact-value.tsx';
import { useNames } from './use-names.ts';
import { WeightNote } from './weight-note.tsx';
import { isPart, whyCategory } from './withheld.ts';

/** Bookkeeping of the machine that the page's head, or nothing, says to people. */
const unsaid = new Set([
  'round',
  'entry',
  'lead',
  'corrections',
  'nearedOn',
  'reminded',
  'escalated',
  'answersReminded',
  'answersEscalated',
  'birthKnownOn',
  'toldOrgs',
]);

/** Told in words of their own. */
const told = new Set(['contacts', 'weight']);
/** What doses go by, and what they stand in. */
const dosed = new Set(['weight', 'medicationTranscribed']);

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
      {view.deadlines.length > 0 && (
        <section className="panel stack-tight">
          <h3>{say('facts.deadlines')}</h3>
          <DeadlineList view={view} />
        </section>
      )}
      {Object.entries(view.facts).map(([category, facts]) => {
        const known = Object.entries(facts).filter(([name, value]) => !unsaid.has(name) && !isEmpty(value));
        return (
          <section key={category} className="panel stack-tight">
            <h3>{code('category', category)}</h3>
            <dl className="facts">
              {known.map(([name, value]) => (
                <div key={name}>
                  <dt>{code('fact', name)}</dt>
                  <dd>
                    {name === 'contacts' && contacts}
                    {!told.has(name) && <FactValue name={name} value={value} names={names} />}
                    {dosed.has(name) && <WeightNote view={view} isBare={name === 'weight'} />}
                  </dd>
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
