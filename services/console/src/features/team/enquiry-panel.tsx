import type { CaseView, Enquiry } from '@kaerimichi/contracts';
import { Link } from 'react-router';
import { useWorkplace } from '../../app/workplace.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { recordPath } from '../case/record-path.ts';
import { itemsOf } from '../form/items-of.ts';
import { AnswerForm } from './answer-form.tsx';
import { EnquiryFacts } from './enquiry-facts.tsx';
import './team.css';

/** 打診が届いています: what an asked organisation is told of the child, and the answer. Nothing where nothing is asked. */
export function EnquiryPanel({ view }: { view: CaseView }) {
  const { say } = useSpeech();
  const { enquiry } = view;
  if (!enquiry) return <AcceptedNote view={view} />;
  return (
    <section className="panel stack enquiry" aria-labelledby="enquiry-title">
      <h2 id="enquiry-title">{say('enquiry.title')}</h2>
      <dl className="facts">
        <EnquiryFacts enquiry={enquiry} />
      </dl>
      <p className="small muted">{say(aboutChild(view, enquiry))}</p>
      <AskBack view={view} enquiry={enquiry} />
      {view.can.includes('candidate.answered') && <AnswerForm view={view} asks={enquiry.asks} />}
    </section>
  );
}

function aboutChild({ class: seenAs }: CaseView, { child }: Enquiry) {
  if (child) return 'enquiry.nameless';
  return seenAs === 'numberOnly' ? 'enquiry.consentEnded' : 'enquiry.consented';
}

/** By telephone; about a handoff that was sent, on the page where it is read. */
function AskBack({ view, enquiry: { lead } }: { view: CaseView; enquiry: Enquiry }) {
  const { say } = useSpeech();
  const { me } = useWorkplace();
  const own = itemsOf(view, 'handoffs').filter(({ id, org }) => typeof id === 'string' && org === me.membership.org.id);
  const mayAsk = view.can.includes('handoff.asked') && own.length > 0;
  // Of several the page that lists them.
  const handoffId = own.length === 1 ? String(own[0]?.id) : null;
  if (!lead.telephone && !mayAsk) return null;
  return (
    <p className="row">
      {lead.telephone && (
        <a className="button" href={`tel:${lead.telephone}`}>
          {say('enquiry.call', { telephone: lead.telephone })}
        </a>
      )}
      {mayAsk && (
        <Link className="button" to={recordPath(view.id, 'handoff.asked', handoffId)}>
          {say('enquiry.askBack')}
        </Link>
      )}
    </p>
  );
}

/** Whoever has accepted and waits for the family's consent learns what it waits for. */
function AcceptedNote({ view }: { view: CaseView }) {
  const { say } = useSpeech();
  const isAccepted = itemsOf(view, 'team').some(({ state }) => state === 'accepted');
  if (view.class !== 'numberOnly' || !isAccepted) return null;
  return <p className="note-info">{say('enquiry.accepted')}</p>;
}
