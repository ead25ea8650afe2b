import type { HandoffView } from '@kaerimichi/contracts';
import { urlOf } from '../../api/route.ts';
import { routes } from '../../api/routes.ts';
import { useToday } from '../../app/workplace.tsx';
import { dayAndTime } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';

type Props = { readonly caseId: string; readonly handoff: HandoffView };

/** 紙で渡す: for somebody without an account the handoff is printed with a code, by which it is answered. */
export function PaperPart({ caseId, handoff }: Props) {
  const { say } = useSpeech();
  const isSent = !['draft', 'declined', 'withdrawn'].includes(handoff.status);
  if (handoff.side !== 'sender' || handoff.org || !isSent) return null;
  return (
    <section className="panel stack-tight" aria-labelledby="handoff-paper">
      <h2 id="handoff-paper">{say('handoff.paper')}</h2>
      <p className="small">{say('handoff.paperHint')}</p>
      {handoff.hasDraft && <p className="note-soon">{say('handoff.paperOfSent')}</p>}
      <p>
        <a
          className="button"
          href={urlOf(routes.paperPdf.path, { params: { id: caseId, handoff: handoff.id } })}
          target="_blank"
          rel="noreferrer"
        >
          {say('handoff.paperPrint')}
        </a>
      </p>
      <Answers handoff={handoff} />
    </section>
  );
}

/** What was said of the paper, newest first: which version, by whom, and who heard it. */
function Answers({ handoff: { paper } }: Pick<Props, 'handoff'>) {
  const { say, code, language } = useSpeech();
  const today = useToday();
  if (paper.length === 0) return <p className="small muted">{say('handoff.paperNone')}</p>;
  return (
    <ul className="handoff-clock">
      {paper.toReversed().map(({ at, answer, version, saidBy, heardBy, saidAt }) => (
        <li key={at}>
          <strong>{code('item', answer)}</strong> {say('handoff.version', { v: version })} <span>{saidBy}</span>{' '}
          <span className="small muted">
            {heardBy
              ? say('handoff.paperHeard', { name: heardBy, time: dayAndTime(saidAt ?? at, language, today) })
              : say('handoff.paperOnPage', { time: dayAndTime(at, language, today) })}
          </span>
        </li>
      ))}
    </ul>
  );
}
