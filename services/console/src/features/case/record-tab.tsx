import type { CaseView } from '@kaerimichi/contracts';
import { Link } from 'react-router';
import { mayWaive, useWorkplace } from '../../app/workplace.tsx';
import { useSpeech } from '../../words/speech-context.tsx';

/** 記録する: every event this person may send now, each with its form, so that no stage is out of reach by hand. */
export function RecordTab({ view }: { view: CaseView }) {
  const { say, pick, code } = useSpeech();
  const { me, pathway } = useWorkplace();
  const isMine = (type: string) => (type === 'requirement.waived' ? mayWaive(me, view.can) : view.can.includes(type));
  const allowed = pathway.events.filter(({ type, kind }) => isMine(type) && kind !== 'time');
  const groups = new Map<string, typeof allowed>();
  for (const event of allowed) {
    const group = event.kind === 'move' ? 'move' : event.category;
    groups.set(group, [...(groups.get(group) ?? []), event]);
  }
  return (
    <section className="stack">
      <h2>{code('tab', 'record')}</h2>
      {allowed.length === 0 && <p>{say('record.none')}</p>}
      {[...groups].map(([group, events]) => (
        <section key={group} className="panel stack-tight">
          <h3>{group === 'move' ? say('timeline.moves') : code('category', group)}</h3>
          <ul className="record-list">
            {events.map(({ type, label }) => (
              <li key={type}>
                <Link to={`/cases/${view.id}/record/${type}`}>{pick(label)}</Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}
