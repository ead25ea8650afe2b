import { useToday } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { dayAndTime, shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import '../admin/slip.css';
import './sharing.css';

/** What stands on the paper: no child's name, and nothing by which a finder would know whose it is. */
export type Slip = {
  readonly code: string;
  readonly codeUntil: string;
  readonly relation: string;
  /** null: from today. */
  readonly from: string | null;
  /** Whoever came before chooses a new password with it. */
  readonly isAgain: boolean;
};

type Props = { readonly slip: Slip; readonly onClose: () => void };

/** The paper to hand over, shown once: a large code, where to type it, until when. */
export function InvitationSlip({ slip, onClose }: Props) {
  const { say, code, language } = useSpeech();
  const today = useToday();
  const title = say(slip.isAgain ? 'invitation.paperTitleAgain' : 'invitation.paperTitle');
  const lines = [
    [say('invitation.for'), code('relation', slip.relation)],
    [say('slip.address'), `${window.location.origin}/join`],
    ...(slip.from && slip.from > today
      ? [[say('invitation.from'), shortDay(slip.from, language, today)] as const]
      : []),
    [say('slip.until'), dayAndTime(slip.codeUntil, language, today)],
  ] as const;
  return (
    <Sheet title={title} onClose={onClose} size="wide" isFirm>
      <div className="stack">
        <p className="slip-tools">{say('invitation.once')}</p>
        <section className="slip stack" aria-label={title}>
          <h3>{title}</h3>
          <dl className="slip-lines">
            <div>
              <dt>{say('invitation.code')}</dt>
              <dd className="invitation-code">{slip.code}</dd>
            </div>
            {lines.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <p>{say(slip.isAgain ? 'invitation.howAgain' : 'invitation.how')}</p>
        </section>
        <p className="row slip-tools">
          <Button kind="primary" onClick={() => window.print()}>
            {say('slip.print')}
          </Button>
          <Button onClick={onClose}>{say('slip.handedOver')}</Button>
        </p>
      </div>
    </Sheet>
  );
}
