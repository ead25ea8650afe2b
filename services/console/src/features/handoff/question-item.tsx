import type { HandoffSectionView, HandoffView } from '@kaerimichi/contracts';
import type { FormEvent } from 'react';
import { Link, useParams } from 'react-router';
import { useToday } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { dayAndTime } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { KeptDraft } from '../form/kept-draft.tsx';
import type { Step } from './use-handoffs.ts';
import type { Said } from './use-said.ts';

type Question = HandoffSectionView['questions'][number];
type Props = {
  readonly handoff: HandoffView;
  readonly question: Question;
  readonly step: Step;
  readonly said: Said;
  readonly onAnswered: () => void;
};

/** A question and its answer, at the section that they are about; the sender answers in place. */
export function QuestionItem(props: Props) {
  const { handoff, question } = props;
  const { say } = useSpeech();
  return (
    <div className="handoff-question stack-tight">
      <p className="small muted">
        {say('handoff.asked')} <By act={question.by} />
      </p>
      <p className="as-written">{question.text ?? say('part.hidden')}</p>
      {question.answer && (
        <>
          <p className="small muted">
            {say('handoff.answered')} <By act={question.answer.by} />
          </p>
          <p className="as-written">{question.answer.text ?? say('part.hidden')}</p>
          <ReviseHint handoff={handoff} answeredAt={question.answer.by.at} />
        </>
      )}
      {!question.answer && handoff.can.includes('handoff.answered') && <AnswerForm {...props} />}
      {!question.answer && !handoff.can.includes('handoff.answered') && (
        <p className="small muted">{say('handoff.awaitsAnswer')}</p>
      )}
    </div>
  );
}

type Answered = { readonly handoff: HandoffView; readonly answeredAt: string };

/** An answer changes no text: whoever gave it revises the section where it says something else, until that was done. */
function ReviseHint({ handoff, answeredAt }: Answered) {
  const { id = '' } = useParams();
  const { say } = useSpeech();
  const isRevised = handoff.clock.some(({ step, at }) => step === 'handoff.composed' && at > answeredAt);
  if (handoff.side !== 'sender' || isRevised || !handoff.can.includes('handoff.composed')) return null;
  return (
    <p className="small">
      {say('handoff.reviseHint')} <Link to={`/cases/${id}/handoffs/${handoff.id}/revise`}>{say('handoff.revise')}</Link>
    </p>
  );
}

function By({ act }: { act: Question['by'] }) {
  const { language } = useSpeech();
  const today = useToday();
  return <>{[act.name, act.org, dayAndTime(act.at, language, today)].filter(Boolean).join(' ')}</>;
}

function AnswerForm({ handoff, question, step, said, onAnswered }: Props) {
  const { say } = useSpeech();
  const name = `answer.${question.id}`;
  const answer = said.textOf(name);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const body = { type: 'handoff.answered', handoffId: handoff.id, questionId: question.id, answer };
    if (!(await step.send(body)).ok) return;
    said.done(name);
    onAnswered();
  };
  return (
    <form className="stack-tight" noValidate onSubmit={event => void send(event)}>
      <TextField label={say('handoff.answer')} value={answer} onChange={text => said.write(name, text)} isLong />
      <p className="row">
        <Button
          kind="primary"
          type="submit"
          isBusy={step.isBusy}
          whyNot={answer.trim() === '' && say('handoff.writeFirst')}
        >
          {say('handoff.sendAnswer')}
        </Button>
        {answer !== '' && <KeptDraft {...said.draft} />}
      </p>
    </form>
  );
}
