import type { CaseView } from '@kaerimichi/contracts';
import { useObservable } from '../../app/services.tsx';
import { useWorkplace } from '../../app/workplace.tsx';
import { shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { FactValue } from './fact-value.tsx';

/** 情報: what is known, by category; what is not shared says so and holds nothing. */
export function FactsTab({ view }: { view: CaseView }) {
  const { say, code, language } = useSpeech();
  const { live } = useWorkplace();
  const { orgs, people } = useObservable(live.feed.state);
  const names = { ...people, ...orgs, ...view.people.members, ...view.people.orgs };
  return (
    <section className="stack">
      <h2>{code('tab', 'facts')}</h2>
      {view.deadlines.length > 0 && (
        <section className="panel stack-tight">
          <h3>{say('facts.deadlines')}</h3>
          <ul>
            {[...view.deadlines]
              .sort((a, b) => (a.on < b.on ? -1 : 1))
              .map(({ kind, ref, on }) => (
                <li key={`${kind} ${ref}`}>
                  {shortDay(on, language)} {code('dueKind', kind)}
                </li>
              ))}
          </ul>
        </section>
      )}
      {Object.entries(view.facts).map(([category, facts]) => (
        <section key={category} className="panel stack-tight">
          <h3>{code('category', category)}</h3>
          <dl className="facts">
            {Object.entries(facts).map(([name, value]) => (
              <div key={name}>
                <dt>{code('fact', name)}</dt>
                <dd>
                  <FactValue name={name} value={value} names={names} />
                </dd>
              </div>
            ))}
          </dl>
          {Object.keys(facts).length === 0 && <p className="muted">{say('facts.nothing')}</p>}
        </section>
      ))}
      {view.hidden.map(category => (
        <section key={category} className="panel stack-tight">
          <h3>{code('category', category)}</h3>
          <p className="muted">{say('part.hidden')}</p>
        </section>
      ))}
    </section>
  );
}
