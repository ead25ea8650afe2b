import type { HandoffSectionView, HandoffView } from '@kaerimichi/contracts';
import { useState } from 'react';
import { useToday } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { dayAndTime } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { QuestionItem } from './question-item.tsx';
import type { Step } from './use-handoffs.ts';

export type SectionProps = {
  readonly handoff: HandoffView;
  readonly section: HandoffSectionView;
  readonly step: Step;
};

/** Anchor of a section on the page. */
export const anchorOf = (id: string): string => `section-${id}`;

/** A button that has done its work goes away: the section takes the focus. */
const focusOn = (id: string): void => document.getElementById(anchorOf(id))?.focus();

/** One section: its text, what changed in it, who confirmed it, what was asked and answered, and what one can do. */
export function SectionPanel({ handoff, section, step }: SectionProps) {
  const { say, code } = useSpeech();
  const { id, shared, text, questions } = section;
  return (
    <section className="panel stack-tight" id={anchorOf(id)} aria-labelledby={`${anchorOf(id)}-title`} tabIndex={-1}>
      <div className="row spread">
        <h2 id={`${anchorOf(id)}-title`}>
          {handoff.sections.indexOf(section) + 1} {code('section', id)}
        </h2>
        {shared && <Confirmed section={section} />}
      </div>
      {!shared && <p className="muted">{say('part.hidden')}</p>}
      {shared && text === null && (
        <p className="muted">{say(handoff.content ? 'handoff.inContent' : 'handoff.empty')}</p>
      )}
      {text !== null && <p className="as-written">{text}</p>}
      <Changed handoff={handoff} section={section} />
      {questions.map(question => (
        <QuestionItem
          key={question.id}
          handoff={handoff}
          question={question}
          step={step}
          onAnswered={() => focusOn(id)}
        />
      ))}
      {shared && <ReceiverActions handoff={handoff} section={section} step={step} />}
    </section>
  );
}

function Confirmed({ section: { confirmed } }: Pick<SectionProps, 'section'>) {
  const { say, language } = useSpeech();
  const today = useToday();
  if (!confirmed) return <span className="small muted">{say('handoff.unconfirmed')}</span>;
  return (
    <span className="small handoff-confirmed">
      <Glyph name="check" />{' '}
      {say('handoff.confirmedBy', { name: confirmed.name ?? '', time: dayAndTime(confirmed.at, language, today) })}
    </span>
  );
}

/** What stood here in the version before. */
function Changed({ handoff, section: { before } }: Omit<SectionProps, 'step'>) {
  const { say } = useSpeech();
  if (before === null) return null;
  return (
    <details className="handoff-before">
      <summary>{say('handoff.changed', { v: handoff.version })}</summary>
      <p className="as-written">{before === '' ? say('handoff.wasEmpty') : before}</p>
    </details>
  );
}

/** Confirming and asking, at the section that it is about. */
function ReceiverActions({ handoff, section, step }: SectionProps) {
  const { say, code } = useSpeech();
  const [question, setQuestion] = useState<string | null>(null);
  const about = { handoffId: handoff.id, section: section.id };
  const name = code('section', section.id);
  const isAnswered = section.questions.every(({ answer }) => answer !== null);
  const mayConfirm = handoff.can.includes('handoff.sectionConfirmed') && !section.confirmed && isAnswered;
  const mayAsk = handoff.can.includes('handoff.asked');
  const confirm = async () => {
    if ((await step.send({ type: 'handoff.sectionConfirmed', ...about })).ok) focusOn(section.id);
  };
  const ask = async () => {
    const body = { type: 'handoff.asked', questionId: crypto.randomUUID(), question: question ?? '', ...about };
    if (!(await step.send(body)).ok) return;
    setQuestion(null);
    focusOn(section.id);
  };
  return (
    <div className="stack-tight">
      {question !== null && (
        <TextField label={say('handoff.question', { section: name })} value={question} onChange={setQuestion} isLong />
      )}
      <p className="row">
        {mayConfirm && (
          <Button
            isBusy={step.isBusy}
            aria-label={say('handoff.confirmName', { section: name })}
            onClick={() => void confirm()}
          >
            {say('handoff.confirm')}
          </Button>
        )}
        {mayAsk && question === null && (
          <Button aria-label={say('handoff.askName', { section: name })} onClick={() => setQuestion('')}>
            {say('handoff.ask')}
          </Button>
        )}
        {question !== null && (
          <>
            <Button
              kind="primary"
              isBusy={step.isBusy}
              whyNot={question.trim() === '' && say('handoff.writeFirst')}
              onClick={() => void ask()}
            >
              {say('handoff.sendQuestion')}
            </Button>
            <Button onClick={() => setQuestion(null)}>{say('record.cancel')}</Button>
          </>
        )}
      </p>
    </div>
  );
}
