import { useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import type { PartProps } from './conferences-tab.tsx';
import { GuestLink } from './guest-link.tsx';
import { AddendumForm, MinutesForm } from './minutes-forms.tsx';
import { seatWords } from './slot-words.ts';
import { type ConferenceStep, useConferenceStep } from './use-conferences.ts';

/** 議事録: draft, waiting for approval, approved, shared; then each confirms, and what is changed is added. */
export function MinutesPart(props: PartProps) {
  const { view, conference, can } = props;
  const { say, language } = useSpeech();
  const step = useConferenceStep(view);
  const [open, setOpen] = useState<'draft' | 'addendum' | null>(null);
  const { minutes, isUnfinished, sharedOn, minutesText, addenda, id } = conference;
  const may = (type: string, when: boolean) => when && can.includes(type);
  const mayDraft = may('minutes.drafted', minutes !== 'approved');
  const mayAdd = may('minutes.supplemented', minutes === 'approved');
  return (
    <section className="stack-tight">
      <h3>
        {say('confStep.minutes')} <span className="tag">{say(`confMinutes.${stateOf(conference)}`)}</span>
      </h3>
      {minutesText && <p className="conf-minutes">{minutesText}</p>}
      {addenda.map(({ on, text, org }) => (
        <p key={`${on}${text}`} className="conf-minutes">
          <strong>{say('conf.addendumOf', { day: shortDay(on, language), org })}</strong> {text}
        </p>
      ))}
      {open === null && (
        <p className="row">
          {mayDraft && (
            <Button onClick={() => setOpen('draft')}>
              {say(minutesText ? 'conf.minutesGoOn' : 'conf.minutesWrite')}
            </Button>
          )}
          {may('minutes.approved', minutes === 'drafted' && !isUnfinished) && (
            <Send
              step={step}
              kind="primary"
              body={{ type: 'minutes.approved', conferenceId: id }}
              word="conf.approve"
            />
          )}
          {may('minutes.shared', minutes === 'approved' && !sharedOn) && (
            <Send step={step} kind="primary" body={{ type: 'minutes.shared', conferenceId: id }} word="conf.share" />
          )}
          {mayAdd && <Button onClick={() => setOpen('addendum')}>{say('conf.addendum')}</Button>}
        </p>
      )}
      {open === 'draft' && <MinutesForm view={view} conference={conference} onDone={() => setOpen(null)} />}
      {open === 'addendum' && <AddendumForm view={view} conference={conference} onDone={() => setOpen(null)} />}
      {sharedOn && <Confirmations view={view} conference={conference} step={step} />}
      <ProblemNote error={step.error} />
    </section>
  );
}

function stateOf({ minutes, isUnfinished, sharedOn }: PartProps['conference']) {
  if (minutes === 'none') return 'none' as const;
  if (minutes === 'drafted') return isUnfinished ? ('draft' as const) : ('waiting' as const);
  return sharedOn ? ('shared' as const) : ('approved' as const);
}

type SendProps = {
  readonly step: ConferenceStep;
  readonly body: Parameters<ConferenceStep['send']>[0];
  readonly word: 'conf.approve' | 'conf.share' | 'conf.confirm';
  readonly kind?: 'primary';
  readonly name?: string;
};

function Send({ step, body, word, kind, name }: SendProps) {
  const { say } = useSpeech();
  return (
    <Button
      isBusy={step.isBusy}
      {...(kind && { kind })}
      {...(name && { 'aria-label': name })}
      onClick={() => void step.send(body)}
    >
      {say(word)}
    </Button>
  );
}

type ConfirmProps = Omit<PartProps, 'can'> & {
  readonly step: ConferenceStep;
};

/** Who has confirmed the minutes, and who has not. */
function Confirmations({ view, conference, step }: ConfirmProps) {
  const { seats, id: conferenceId } = conference;
  const speech = useSpeech();
  const { say, language } = speech;
  if (seats.length === 0) return null;
  return (
    <>
      <h4>
        {say('conf.confirmations', { all: seats.length, n: seats.filter(({ confirmedOn }) => confirmedOn).length })}
      </h4>
      <ul className="conf-confirmations">
        {seats.map(seat => {
          const who = seatWords(seat, speech);
          const body = { type: 'minutes.confirmed', conferenceId, askedId: seat.id };
          return (
            <li key={seat.id}>
              {who}{' '}
              {seat.confirmedOn ? (
                <span className="small">{say('conf.confirmedOn', { day: shortDay(seat.confirmedOn, language) })}</span>
              ) : (
                <span className="small muted">{say('conf.notConfirmed')}</span>
              )}{' '}
              {seat.mayConfirm && (
                <Send step={step} body={body} word="conf.confirm" name={say('conf.confirmName', { who })} />
              )}
              {!seat.confirmedOn && <GuestLink view={view} conference={conference} seat={seat} />}
            </li>
          );
        })}
      </ul>
    </>
  );
}
