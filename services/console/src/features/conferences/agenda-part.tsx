import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import { Button } from '../../parts/button.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { useDocuments } from '../documents/use-documents.ts';
import { type AgendaInput, agendaBody, firstAgenda } from './agenda-input.ts';
import { AgendaRows } from './agenda-rows.tsx';
import { AgendaTimer } from './agenda-timer.tsx';
import type { PartProps } from './conferences-tab.tsx';
import { useConferenceStep } from './use-conferences.ts';

/** 議題: what is talked about, for how long, by whom, and on which document. */
export function AgendaPart(props: PartProps) {
  const { view, conference, can } = props;
  const { say, code } = useSpeech();
  const [isWriting, setWriting] = useState(false);
  const titles = useTitles(view);
  const { agenda } = conference;
  const mayWrite = can.includes('conference.agendaWritten') && !conference.heldOn;
  if (agenda.length === 0 && !mayWrite) return null;
  const whole = agenda.reduce((sum, { takes }) => sum + takes, 0);
  return (
    <section className="stack-tight">
      <h3>{say('confStep.agenda')}</h3>
      {agenda.length > 0 && (
        <>
          <ol className="conf-agenda">
            {agenda.map(item => (
              <li key={item.id}>
                <span>
                  {item.what} <span className="small muted">{say('conf.minutesOf', { n: item.takes })}</span>
                  {item.presenter && (
                    <span className="small"> {say('conf.by', { who: code('function', item.presenter) })}</span>
                  )}
                </span>
                {item.document && (
                  <Link className="small" to={`/cases/${view.id}/documents`}>
                    {titles[item.document] ?? say('conf.paper')}
                  </Link>
                )}
                {!conference.heldOn && <AgendaTimer takes={item.takes} what={item.what ?? ''} />}
              </li>
            ))}
          </ol>
          <p className="small muted">{say('conf.agendaWhole', { n: whole })}</p>
        </>
      )}
      {mayWrite && !isWriting && (
        <p>
          <Button onClick={() => setWriting(true)}>
            {say(agenda.length > 0 ? 'conf.agendaChange' : 'conf.agendaWrite')}
          </Button>
        </p>
      )}
      {isWriting && <AgendaForm {...props} onDone={() => setWriting(false)} />}
    </section>
  );
}

/** Titles of the documents that this viewer may take, by kind. */
function useTitles(view: PartProps['view']): Readonly<Record<string, string>> {
  const { data } = useDocuments(view);
  return Object.fromEntries((data?.documents ?? []).map(({ kind, title }) => [kind, title]));
}

function AgendaForm({ view, conference, onDone }: PartProps & { readonly onDone: () => void }) {
  const speech = useSpeech();
  const { say } = speech;
  const step = useConferenceStep(view);
  const [rows, setRows] = useState<readonly AgendaInput[]>(() => firstAgenda(conference, speech));
  const [isPressed, setPressed] = useState(false);
  const body = agendaBody(conference.id, rows);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setPressed(true);
    if (body && !step.isBusy && (await step.send(body)).ok) onDone();
  };
  return (
    <form className="panel stack-tight" noValidate onSubmit={event => void submit(event)}>
      <AgendaRows rows={rows} titles={useTitles(view)} onChange={setRows} />
      {isPressed && !body && <p role="alert">{say('conf.agendaMissing')}</p>}
      <p className="row">
        <Button kind="primary" type="submit" isBusy={step.isBusy}>
          {say('conf.agendaSave')}
        </Button>
        <Button onClick={onDone}>{say('record.cancel')}</Button>
      </p>
      <ProblemNote error={step.error} />
    </form>
  );
}
