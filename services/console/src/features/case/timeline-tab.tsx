import type { CaseView } from '@kaerimichi/contracts';
import { useState } from 'react';
import { useHistory } from '../../api/queries.ts';
import { useWorkplace } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { SelectField } from '../../parts/choice-fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { AccessLog } from './access-log.tsx';
import { TimelineList } from './timeline-list.tsx';

const PAGE = 60;

/** 経過: everything written about the case, newest first. */
export function TimelineTab({ view }: { view: CaseView }) {
  const { say, code } = useSpeech();
  const { pathway } = useWorkplace();
  const history = useHistory(view.id);
  const [kind, setKind] = useState('');
  const [most, setMost] = useState(PAGE);
  const kinds = new Map(pathway.events.map(event => [event.type, event]));
  const events = (history.data ?? []).filter(
    event => kind === '' || (kind === 'move' ? kinds.get(event.type)?.kind === 'move' : event.category === kind),
  );
  const categories = [...new Set((history.data ?? []).map(({ category }) => category))];
  return (
    <section className="stack">
      <div className="row spread timeline-head">
        <h2>{code('tab', 'timeline')}</h2>
        <SelectField
          label={say('timeline.filter')}
          nothing={say('timeline.all')}
          value={kind}
          onChange={setKind}
          options={[
            { value: 'move', label: say('timeline.moves') },
            ...categories.map(value => ({ value, label: code('category', value) })),
          ]}
        />
      </div>
      <ProblemNote error={history.error} onRetry={() => void history.refetch()} />
      {history.data && events.length === 0 && <p className="muted">{say('timeline.none')}</p>}
      <TimelineList events={events.slice(0, most)} history={history.data ?? []} caseId={view.id} offersCorrection />
      {events.length > most && (
        <p>
          <Button onClick={() => setMost(most + PAGE)}>{say('timeline.more')}</Button>
        </p>
      )}
      {view.accessLog && <AccessLog caseId={view.id} />}
    </section>
  );
}
