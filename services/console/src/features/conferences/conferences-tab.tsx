import type { CaseView, Conference, Conferences } from '@kaerimichi/contracts';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Button } from '../../parts/button.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { AgendaPart } from './agenda-part.tsx';
import { ConferenceHead } from './conference-head.tsx';
import './conferences.css';
import { DayPart } from './day-part.tsx';
import { MinutesPart } from './minutes-part.tsx';
import { PollForm } from './poll-form.tsx';
import { PollPart } from './poll-part.tsx';
import { useConferences } from './use-conferences.ts';

/** 会議: every conference of a case in its five steps, from the proposed times to the minutes that all have confirmed. */
export function ConferencesTab({ view }: { view: CaseView }) {
  const { say, code } = useSpeech();
  const { data, error, refetch } = useConferences(view.id);
  const [isAsking, setAsking] = useState(false);
  const mayAsk = data?.can.includes('conference.polled') ?? false;
  return (
    <section className="stack">
      <div className="row spread">
        <h2>{code('tab', 'conferences')}</h2>
        {mayAsk && !isAsking && <Button onClick={() => setAsking(true)}>{say('conf.new')}</Button>}
      </div>
      <ProblemNote error={error} onRetry={() => void refetch()} />
      {isAsking && <PollForm view={view} onDone={() => setAsking(false)} />}
      {data?.conferences.length === 0 && !isAsking && (
        <p className="muted">{say(mayAsk ? 'conf.none' : 'conf.noneHere')}</p>
      )}
      {data && <ConferenceList view={view} data={data} />}
    </section>
  );
}

function ConferenceList({ view, data }: { view: CaseView; data: Conferences }) {
  const [search] = useSearchParams();
  const named = search.get('of') ?? data.conferences[0]?.id;
  return data.conferences.map(conference => (
    <OneConference
      key={conference.id}
      view={view}
      conference={conference}
      data={data}
      isOpen={conference.id === named}
    />
  ));
}

type Props = { readonly view: CaseView; readonly conference: Conference; readonly data: Conferences };

/** Folded unless it is the newest, or the one that a link names. */
function OneConference({ view, conference, data, isOpen }: Props & { readonly isOpen: boolean }) {
  const part = { view, conference, can: data.can };
  return (
    <details className="panel conf" open={isOpen}>
      <summary>
        <ConferenceHead conference={conference} />
      </summary>
      <div className="stack">
        <PollPart {...part} />
        {conference.step !== 'date' && <AgendaPart {...part} />}
        {conference.step !== 'date' && <DayPart {...part} />}
        {conference.heldOn && <MinutesPart {...part} />}
      </div>
    </details>
  );
}

export type PartProps = {
  readonly view: CaseView;
  readonly conference: Conference;
  readonly can: readonly string[];
};
