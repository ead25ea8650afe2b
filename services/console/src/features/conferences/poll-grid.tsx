import type { Conference, Seat } from '@kaerimichi/contracts';
import { Button } from '../../parts/button.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import type { PartProps } from './conferences-tab.tsx';
import { GuestLink } from './guest-link.tsx';
import { marks, seatWords, slotWords } from './slot-words.ts';
import { type ConferenceStep, useConferenceStep } from './use-conferences.ts';

type Props = PartProps & { readonly onAnswer: (seat: string) => void };

/** Who was asked down, proposed times across. */
export function PollGrid({ view, conference, onAnswer }: Props) {
  const speech = useSpeech();
  const { say } = speech;
  const step = useConferenceStep(view);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by keys */}
      <section className="conf-scroll" tabIndex={0} aria-label={say('conf.answers')}>
        <table className="conf-grid">
          <thead>
            <tr>
              <th scope="col">{say('conf.who')}</th>
              {conference.slots.map(slot => (
                <th key={slot.id} scope="col" className={slot.id === conference.best ? 'conf-slot-best' : undefined}>
                  {slotWords(slot, speech)}
                </th>
              ))}
              <th scope="col">{say('conf.acts')}</th>
            </tr>
          </thead>
          <tbody>
            {conference.seats.map(seat => (
              <SeatRow key={seat.id} {...{ view, conference, seat, step, onAnswer }} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{say('conf.sum')}</th>
              {conference.slots.map(({ id, counts }) => (
                <td key={id}>{say('conf.sumOf', { ...counts })}</td>
              ))}
              <td />
            </tr>
          </tfoot>
        </table>
      </section>
      <ProblemNote error={step.error} />
    </>
  );
}

type RowProps = {
  readonly view: PartProps['view'];
  readonly conference: Conference;
  readonly seat: Seat;
  readonly step: ConferenceStep;
  readonly onAnswer: (seat: string) => void;
};

function SeatRow({ view, conference, seat, step, onAnswer }: RowProps) {
  const speech = useSpeech();
  const { say, code, language } = speech;
  return (
    <tr>
      <th scope="row">
        {seatWords(seat, speech)} {seat.required && <span className="tag">{say('conf.required')}</span>}
        {seat.comment && <span className="small conf-comment">{seat.comment}</span>}
        {seat.remindedOn && (
          <span className="small muted conf-comment">
            {say('conf.askedAgainOn', { day: shortDay(seat.remindedOn, language) })}
          </span>
        )}
      </th>
      {conference.slots.map(({ id }) => {
        const said = seat.answers?.[id];
        return (
          <td key={id} className={said ? `conf-said conf-said-${said}` : 'muted'}>
            {said ? (
              <>
                <span aria-hidden="true">{marks[said]}</span> <span className="small">{code('fits', said)}</span>
              </>
            ) : (
              say('conf.open')
            )}
          </td>
        );
      })}
      <td>
        <SeatActs {...{ view, conference, seat, step, onAnswer }} />
      </td>
    </tr>
  );
}

function SeatActs({ view, conference, seat, step, onAnswer }: RowProps) {
  const speech = useSpeech();
  const { say, pick } = speech;
  const who = seatWords(seat, speech);
  const again = { type: 'conference.askedAgain', conferenceId: conference.id, askedId: seat.id };
  return (
    <span className="conf-acts">
      {seat.mayAnswer && (
        <Button
          isSmall
          kind={seat.isOwn && !seat.answers ? 'primary' : 'plain'}
          aria-label={say(seat.isOwn ? 'conf.answerName' : 'conf.answerForName', { who })}
          onClick={() => onAnswer(seat.id)}
        >
          {say(seat.isOwn ? (seat.answers ? 'conf.changeAnswer' : 'conf.answer') : 'conf.answerFor')}
        </Button>
      )}
      {seat.askAgain && (
        <Button
          isSmall
          isBusy={step.isBusy}
          aria-label={say('conf.askAgainName', { who })}
          whyNot={seat.askAgain.whyNot ? pick(seat.askAgain.whyNot) : undefined}
          onClick={() => void step.send(again)}
        >
          {say('conf.askAgain')}
        </Button>
      )}
      <GuestLink view={view} conference={conference} seat={seat} />
    </span>
  );
}
