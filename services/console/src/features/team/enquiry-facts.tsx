import type { Enquiry } from '@kaerimichi/contracts';
import { daysBetween } from '@kaerimichi/discharge';
import { useToday } from '../../app/workplace.tsx';
import { NeedTags } from '../../parts/chips.tsx';
import { shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';

/** Lines of an enquiry: who asks for what until when, and of the child what is told without consent. */
export function EnquiryFacts({ enquiry }: { enquiry: Enquiry }) {
  return (
    <>
      <Asked enquiry={enquiry} />
      {enquiry.child && <Child child={enquiry.child} />}
    </>
  );
}

function Asked({ enquiry: { lead, asks } }: { enquiry: Enquiry }) {
  const { say, code, language } = useSpeech();
  const today = useToday();
  const day = (on: string) => shortDay(on, language, today);
  return (
    <>
      <div>
        <dt>{say('enquiry.from')}</dt>
        <dd>{lead.name}</dd>
      </div>
      {asks.map(({ candidateId, function: part, on, replyBy }) => (
        <div key={candidateId}>
          <dt>{say('enquiry.part')}</dt>
          <dd>
            <p>{code('function', part)}</p>
            <p className="small">{say('enquiry.since', { day: day(on), days: daysBetween(on, today) })}</p>
            {replyBy && (
              <p className="small">{say(replyBy < today ? 'team.replyOver' : 'team.replyBy', { day: day(replyBy) })}</p>
            )}
          </dd>
        </div>
      ))}
    </>
  );
}

function Child({ child: { ageYears, municipality, needs } }: { child: NonNullable<Enquiry['child']> }) {
  const { say } = useSpeech();
  return (
    <>
      <div>
        <dt>{say('enquiry.age')}</dt>
        <dd>{ageYears === null ? say('enquiry.unborn') : say('enquiry.years', { n: ageYears })}</dd>
      </div>
      <div>
        <dt>{say('enquiry.municipality')}</dt>
        <dd>{municipality ? (municipality.name ?? municipality.code) : say('enquiry.unknown')}</dd>
      </div>
      <div>
        <dt>{say('enquiry.needs')}</dt>
        <dd>{needs.length > 0 ? <NeedTags needs={needs} most={20} /> : say('enquiry.unknown')}</dd>
      </div>
    </>
  );
}
