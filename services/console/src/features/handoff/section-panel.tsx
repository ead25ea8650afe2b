import type { HandoffSectionView, HandoffView } from '@kaerimichi/contracts';
import { daysBetween, tokyoDay } from '@kaerimichi/discharge';
import { type FormEvent, useState } from 'react';
import { useToday } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { dayAndTime, shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { KeptDraft } from '../form/kept-draft.tsx';
import { QuestionItem } from './question-item.tsx';
import type { Step } from './use-handoffs.ts';
import type { Said } from './use-said.ts';

export type SectionProps = {
  readonly handoff: HandoffView;
  readonly section: HandoffSectionView;
  readonly step: Step;
  readonly said: Said;
};

/** After so many days what was written is called old (experience.md §5.11). */
const OLD_DAYS = 30;

/** Anchor of a section on the page. */
export const anchorOf = (id: string): string => `section-${id}`;

/** A button that has done its work goes away: the section takes the focus. */
const focusOn = (id: string): void => document.getElementById(anchorOf(id))?.focus();

/** One section: its text, what changed in it, who confirmed it, what was asked and answered, and what one can do. */
export function SectionPanel(props: SectionProps) {
  const { handoff, section, step, said } = props;
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
      <Updated section={section} />
      {id === 'contacts' && shared && <AtNight handoff={handoff} />}
      <Changed handoff={handoff} before={section.before} />
      {questions.map(question => (
        <QuestionItem
          key={question.id}
          handoff={handoff}
          question={question}
          step={step}
          said={said}
          onAnswered={() => focusOn(id)}
        />
      ))}
      {shared && <ReceiverActions {...props} />}
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

/** How fresh a text is: after a month it is called old, for whoever sends it and for whoever reads it. */
function Updated({ section: { updatedAt } }: Pick<SectionProps, 'section'>) {
  const { say, language } = useSpeech();
  const today = useToday();
  if (updatedAt === null) return null;
  const on = tokyoDay(updatedAt);
  return (
    <p className="small muted">
      {say('handoff.updated', { day: shortDay(on, language, today) })}{' '}
      {daysBetween(on, today) >= OLD_DAYS && <strong>{say('handoff.old')}</strong>}
    </p>
  );
}

/** Whom to call at night and on holidays: a part of the first section, which a tired reader must not overlook. */
function AtNight({ handoff }: Pick<SectionProps, 'handoff'>) {
  const { say } = useSpeech();
  const { text, before } = handoff.night;
  if (text === null && before === null) return null;
  return (
    <>
      <h3>{say('handoff.night')}</h3>
      <p className={text === null ? 'muted' : 'as-written'}>{text ?? say('handoff.empty')}</p>
      <Changed handoff={handoff} before={before} />
    </>
  );
}

type ChangedProps = Pick<SectionProps, 'handoff'> & { readonly before: string | null };

/** What stood here in the version before. */
function Changed({ handoff, before }: ChangedProps) {
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
function ReceiverActions(props: SectionProps) {
  const { handoff, section, step, said } = props;
  const { say, code } = useSpeech();
  const [isAsking, setAsking] = useState(false);
  const name = code('section', section.id);
  const isAnswered = section.questions.every(({ answer }) => answer !== null);
  const mayConfirm = handoff.can.includes('handoff.sectionConfirmed') && !section.confirmed && isAnswered;
  const mayAsk = handoff.can.includes('handoff.asked');
  const isOpen = mayAsk && (isAsking || said.textOf(questionName(section)) !== '');
  const confirm = async () => {
    const body = { type: 'handoff.sectionConfirmed', handoffId: handoff.id, section: section.id };
    if ((await step.send(body)).ok) focusOn(section.id);
  };
  return (
    <div className="stack-tight">
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
        {mayAsk && !isOpen && (
          <Button aria-label={say('handoff.askName', { section: name })} onClick={() => setAsking(true)}>
            {say('handoff.ask')}
          </Button>
        )}
      </p>
      {isOpen && <QuestionForm {...props} onDone={() => setAsking(false)} />}
    </div>
  );
}

const questionName = ({ id }: SectionProps['section']): string => `ask.${id}`;

function QuestionForm({ handoff, section, step, said, onDone }: SectionProps & { readonly onDone: () => void }) {
  const { say, code } = useSpeech();
  const name = questionName(section);
  const question = said.textOf(name);
  const end = () => {
    said.done(name);
    onDone();
  };
  const ask = async (event: FormEvent) => {
    event.preventDefault();
    const about = { handoffId: handoff.id, section: section.id };
    const body = { type: 'handoff.asked', questionId: crypto.randomUUID(), question, ...about };
    if (!(await step.send(body)).ok) return;
    end();
    focusOn(section.id);
  };
  return (
    <form className="stack-tight" noValidate onSubmit={event => void ask(event)}>
      <TextField
        label={say('handoff.question', { section: code('section', section.id) })}
        value={question}
        onChange={text => said.write(name, text)}
        isLong
      />
      <p className="row">
        <Button
          kind="primary"
          type="submit"
          isBusy={step.isBusy}
          whyNot={question.trim() === '' && say('handoff.writeFirst')}
        >
          {say('handoff.sendQuestion')}
        </Button>
        <Button onClick={end}>{say('record.cancel')}</Button>
        {question !== '' && <KeptDraft {...said.draft} />}
      </p>
    </form>
  );
}
