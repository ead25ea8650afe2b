import type { CaseView } from '@kaerimichi/contracts';
import { fold } from '@kaerimichi/discharge';
import { useState } from 'react';
import { Link } from 'react-router';
import { useTransitions } from '../../api/queries.ts';
import { mayWaive, useWorkplace } from '../../app/workplace.tsx';
import { recordedBy } from '../../parts/condition-list.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';

/** So many are found at a glance. */
const FEW = 12;

/** 記録する: every event this person may send now, each with its form, so that no stage is out of reach by hand. */
export function RecordTab({ view }: { view: CaseView }) {
  const { say, pick, code } = useSpeech();
  const { me, pathway } = useWorkplace();
  const isMine = (type: string) => (type === 'requirement.waived' ? mayWaive(me, view.can) : view.can.includes(type));
  const allowed = pathway.events.filter(({ type, kind }) => isMine(type) && kind !== 'time');
  const [text, setText] = useState('');
  const wanted = allowed.filter(({ label }) => fold(pick(label)).includes(fold(text)));
  const groups = new Map<string, typeof allowed>();
  for (const event of wanted) {
    const group = event.kind === 'move' ? 'move' : event.category;
    groups.set(group, [...(groups.get(group) ?? []), event]);
  }
  return (
    <section className="stack">
      <h2>{code('tab', 'record')}</h2>
      {allowed.length === 0 && <p>{say('record.none')}</p>}
      {allowed.length > FEW && (
        <TextField
          label={say('record.filter')}
          value={text}
          onChange={setText}
          input={{ type: 'search', autoComplete: 'off' }}
        />
      )}
      {text === '' && <Needed view={view} allowed={new Set(allowed.map(({ type }) => type))} />}
      {allowed.length > 0 && wanted.length === 0 && <p role="status">{say('record.noMatch')}</p>}
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

/** First what the way forward still needs, as far as this person may write it. */
function Needed({ view, allowed }: { view: CaseView; allowed: ReadonlySet<string> }) {
  const { say, pick } = useSpeech();
  const { pathway } = useWorkplace();
  const transitions = useTransitions(view.id);
  const forward = transitions.data?.find(transition => transition.forward);
  const links = new Map<string, string>();
  for (const { fix } of forward?.reasons ?? []) {
    const type = recordedBy(fix?.route ?? '');
    if (fix && allowed.has(type) && !links.has(type)) links.set(type, fix.route);
  }
  if (links.size === 0) return null;
  const labelOf = (type: string) => {
    const event = pathway.events.find(other => other.type === type);
    return event ? pick(event.label) : type;
  };
  return (
    <section className="panel stack-tight record-needed">
      <h3>{say('record.needed')}</h3>
      <ul className="record-list">
        {[...links].map(([type, route]) => (
          <li key={type}>
            <Link to={route}>{labelOf(type)}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
