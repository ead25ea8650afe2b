import type { CaseView, Conference } from '@kaerimichi/contracts';
import { useState } from 'react';
import { Link } from 'react-router';
import { Button } from '../../parts/button.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { AnswerForm } from './answer-form.tsx';
import type { PartProps } from './conferences-tab.tsx';
import { toCalendarFile, USUAL_MINUTES } from './invitation.ts';
import { PollForm } from './poll-form.tsx';
import { PollGrid } from './poll-grid.tsx';
import { SettleForm } from './settle-form.tsx';
import { seatWords, slotWords } from './slot-words.ts';

/** 日程を決める: who said what of the proposed times, which of them is proposed, and why; a person settles one. */
export function PollPart(props: PartProps) {
  const { view, conference, can } = props;
  const { say } = useSpeech();
  const [isChanging, setChanging] = useState(false);
  const [answering, setAnswering] = useState<string | null>(null);
  const seat = conference.seats.find(one => one.id === answering);
  const isPolled = conference.slots.length > 0;
  if (!isPolled) return <Settled view={view} conference={conference} />;
  return (
    <section className="stack-tight" aria-label={say('confStep.date')}>
      <h3>{say('confStep.date')}</h3>
      {conference.note && <p>{conference.note}</p>}
      <PollGrid {...props} onAnswer={setAnswering} />
      {seat && (
        // One form for each seat; an answer that comes back late closes no form but its own.
        <AnswerForm
          key={seat.id}
          view={view}
          conference={conference}
          seat={seat}
          onDone={() => setAnswering(open => (open === seat.id ? null : open))}
        />
      )}
      <BestSlot {...props} />
      {can.includes('conference.polled') && !isChanging && (
        <p className="row">
          <Button onClick={() => setChanging(true)}>{say('conf.changePoll')}</Button>
          {can.includes('conference.planned') && (
            <Link className="button" to={`/cases/${view.id}/record/conference.planned?conferenceId=${conference.id}`}>
              {say('conf.otherDate')}
            </Link>
          )}
        </p>
      )}
      {isChanging && <PollForm view={view} conference={conference} onDone={() => setChanging(false)} />}
    </section>
  );
}

function Settled({ view, conference }: { view: CaseView; conference: Conference }) {
  const { say, code } = useSpeech();
  const speech = useSpeech();
  const { place, note, interpreting, seats } = conference;
  return (
    <div className="stack-tight">
      {place && <p>{say('conf.placeIs', { place })}</p>}
      {note && <p>{note}</p>}
      {conference.plannedOn && !conference.heldOn && (
        <p>
          <Button onClick={() => saveInvitation(conference, view.no, say('conf.calendarTitle'))}>
            {say('conf.calendar')}
          </Button>
        </p>
      )}
      {interpreting && <p>{code('interpreting', interpreting)}</p>}
      {seats.length > 0 && (
        <p>{say('conf.askedAre', { who: seats.map(seat => seatWords(seat, speech)).join(say('common.listMark')) })}</p>
      )}
    </div>
  );
}

/** A file for the calendars of those who come: number of the case, time and place, and no child's name. */
function saveInvitation({ id, plannedOn, startsAt, agenda, place }: Conference, no: string, what: string) {
  if (!plannedOn) return;
  const minutes = agenda.reduce((sum, { takes }) => sum + takes, 0) || USUAL_MINUTES;
  const now = new Date().toISOString();
  const file = toCalendarFile({ id, no, on: plannedOn, at: startsAt, minutes, place, what, now });
  saveFile(`${no}.ics`, file, 'text/calendar');
}

/** The time that all who must be there can come to, with the reasons for it: what it rests on is told, not only that. */
function BestSlot({ view, conference, can }: PartProps) {
  const speech = useSpeech();
  const { say, pick } = speech;
  const [chosen, setChosen] = useState<string | null>(null);
  const best = conference.slots.find(({ id }) => id === conference.best);
  const maySettle = can.includes('conference.planned');
  const settling = conference.slots.find(({ id }) => id === chosen);
  return (
    <div className="conf-best stack-tight">
      {best ? <p>{say('conf.best', { slot: slotWords(best, speech) })}</p> : <p>{say('conf.noBest')}</p>}
      {best && (
        <ul>
          <li>
            {best.requiredOpen.length === 0
              ? say('conf.allRequired')
              : say('conf.requiredOpen', { n: best.requiredOpen.length })}
          </li>
          <li>{say('conf.counts', { ...best.counts })}</li>
          {best.conditions.map(({ code, text, ok }) => (
            <li key={code}>{say(ok ? 'conf.conditionOk' : 'conf.conditionOpen', { text: pick(text) })}</li>
          ))}
        </ul>
      )}
      {best && best.conditions.length > 0 && <p className="small muted">{say('conf.reference')}</p>}
      {maySettle && !settling && (
        <p className="row">
          {conference.slots.map(slot => (
            <Button key={slot.id} kind={slot.id === best?.id ? 'primary' : 'plain'} onClick={() => setChosen(slot.id)}>
              {say('conf.settle', { slot: slotWords(slot, speech) })}
            </Button>
          ))}
        </p>
      )}
      {settling && <SettleForm view={view} conference={conference} slot={settling} onDone={() => setChosen(null)} />}
    </div>
  );
}
