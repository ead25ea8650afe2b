import type { HandoffView } from '@kaerimichi/contracts';
import { handoffSectionIds } from '@kaerimichi/discharge';
import type { FormEvent } from 'react';
import { useToday } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { CheckGroup, ChoiceField } from '../../parts/choice-fields.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { dayAndTime } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { KeptDraft } from '../form/kept-draft.tsx';
import type { Step } from './use-handoffs.ts';
import type { Said } from './use-said.ts';

type Props = { readonly handoff: HandoffView; readonly step: Step; readonly said: Said };
type Review = NonNullable<HandoffView['review']>;

const informed = ['informedWell', 'informedPartly', 'informedPoorly'] as const;
/** What is typed of it. */
const names = {
  informed: 'review.informed',
  differed: 'review.differed',
  difference: 'review.difference',
  trouble: 'review.trouble',
  wantsReply: 'review.wantsReply',
  reply: 'review.reply',
} as const;

/** 初回訪問のあとの振り返り: three quick answers of the receiver, and what the sender says to them. */
export function ReviewPart(props: Props) {
  const { handoff } = props;
  const { say } = useSpeech();
  const mayReview = handoff.isReviewWanted && handoff.can.includes('handoff.reviewed');
  if (!handoff.review && !mayReview) return null;
  return (
    <section className="panel stack" aria-labelledby="handoff-review">
      <h2 id="handoff-review">{say('handoff.review')}</h2>
      {handoff.review ? <Reviewed {...props} review={handoff.review} /> : <ReviewForm {...props} />}
    </section>
  );
}

function ReviewForm({ handoff, step, said }: Props) {
  const { say, code } = useSpeech();
  const how = said.textOf(names.informed);
  const differed = said.textOf(names.differed).split(' ').filter(Boolean);
  const texts = { difference: said.textOf(names.difference), trouble: said.textOf(names.trouble) };
  const wantsReply = said.textOf(names.wantsReply) !== '';
  const readable = handoff.sections.filter(({ shared }) => shared).map(({ id }) => id);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const written = Object.entries(texts).filter(([, text]) => text.trim() !== '');
    const body = {
      ...{ type: 'handoff.reviewed', handoffId: handoff.id, informed: how },
      ...(differed.length > 0 ? { differed } : {}),
      ...(wantsReply ? { wantsReply } : {}),
    };
    const sent = await step.send({ ...body, ...Object.fromEntries(written) });
    if (sent.ok) said.done(...Object.values(names));
  };
  return (
    <form className="stack" noValidate onSubmit={event => void send(event)}>
      <p className="small muted">{say('handoff.reviewHint')}</p>
      <ChoiceField
        id="review-informed"
        label={say('handoff.reviewInformed')}
        options={informed.map(value => ({ value, label: code('item', value) }))}
        value={how}
        onChange={value => said.write(names.informed, value)}
        isRequired
      />
      <CheckGroup
        id="review-differed"
        label={say('handoff.reviewDiffered')}
        options={handoffSectionIds
          .filter(id => readable.includes(id))
          .map(value => ({ value, label: code('section', value) }))}
        values={differed}
        onChange={values => said.write(names.differed, values.join(' '))}
        isRequired={false}
      />
      <TextField
        label={say('handoff.reviewDifference')}
        value={texts.difference}
        onChange={text => said.write(names.difference, text)}
        isLong
        isRequired={false}
        input={{ maxLength: 2000 }}
      />
      <TextField
        label={say('handoff.reviewTrouble')}
        value={texts.trouble}
        onChange={text => said.write(names.trouble, text)}
        isLong
        isRequired={false}
        input={{ maxLength: 2000 }}
      />
      <label className="check">
        <input
          type="checkbox"
          checked={wantsReply}
          onChange={({ target }) => said.write(names.wantsReply, target.checked ? 'yes' : '')}
        />
        {say('handoff.reviewWantsReply')}
      </label>
      <p className="row">
        <Button kind="primary" type="submit" isBusy={step.isBusy} whyNot={how === '' && say('handoff.reviewFirst')}>
          {say('handoff.reviewSend')}
        </Button>
        {how !== '' && <KeptDraft {...said.draft} />}
      </p>
    </form>
  );
}

function Reviewed({ handoff, step, said, review }: Props & { readonly review: Review }) {
  const { say, code } = useSpeech();
  const differed = review.differed.map(id => code('section', id)).join(say('common.listMark'));
  return (
    <>
      <By act={review.by} />
      <dl className="facts">
        <dt>{say('handoff.reviewInformed')}</dt>
        <dd>{code('item', review.informed)}</dd>
        <dt>{say('handoff.reviewDifference')}</dt>
        <dd>
          {differed || (!review.difference && say('handoff.reviewNothing'))}
          {review.difference && <p className="as-written">{review.difference}</p>}
        </dd>
        <dt>{say('handoff.reviewTrouble')}</dt>
        <dd className="as-written">{review.trouble ?? say('handoff.reviewNothing')}</dd>
      </dl>
      {review.reply && (
        <div className="handoff-question stack-tight">
          <By act={review.reply.by} />
          <p className="as-written">{review.reply.text ?? say('part.hidden')}</p>
        </div>
      )}
      {review.wantsReply && !handoff.can.includes('handoff.reviewAnswered') && (
        <p className="small muted">{say('handoff.awaitsAnswer')}</p>
      )}
      {review.wantsReply && handoff.can.includes('handoff.reviewAnswered') && (
        <ReplyForm handoff={handoff} step={step} said={said} />
      )}
    </>
  );
}

function By({ act }: { readonly act: Review['by'] }) {
  const { language } = useSpeech();
  const today = useToday();
  return (
    <p className="small muted">{[act.name, act.org, dayAndTime(act.at, language, today)].filter(Boolean).join(' ')}</p>
  );
}

/** An open point is the sender's: answered here, and put right in the next version where the text was wrong. */
function ReplyForm({ handoff, step, said }: Props) {
  const { say } = useSpeech();
  const reply = said.textOf(names.reply);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const sent = await step.send({ type: 'handoff.reviewAnswered', handoffId: handoff.id, reply });
    if (sent.ok) said.done(names.reply);
  };
  return (
    <form className="stack-tight" noValidate onSubmit={event => void send(event)}>
      <TextField
        label={say('handoff.reviewReply')}
        hint={say('handoff.reviseHint')}
        value={reply}
        onChange={text => said.write(names.reply, text)}
        isLong
        input={{ maxLength: 2000 }}
      />
      <p className="row">
        <Button
          kind="primary"
          type="submit"
          isBusy={step.isBusy}
          whyNot={reply.trim() === '' && say('handoff.writeFirst')}
        >
          {say('handoff.reviewReplySend')}
        </Button>
        {reply !== '' && <KeptDraft {...said.draft} />}
      </p>
    </form>
  );
}
