import { useToday } from '../../app/workplace.tsx';
import { PaperSlip } from '../../parts/paper-slip.tsx';
import { dayAndTime, shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';

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
    [say('invitation.code'), slip.code, 'code'],
    [say('invitation.for'), code('relation', slip.relation)],
    [say('slip.address'), `${window.location.origin}/join`],
    ...(slip.from && slip.from > today
      ? [[say('invitation.from'), shortDay(slip.from, language, today)] as const]
      : []),
    [say('slip.until'), dayAndTime(slip.codeUntil, language, today)],
  ] as const;
  const paper = { title, lines, how: say(slip.isAgain ? 'invitation.howAgain' : 'invitation.how') };
  return <PaperSlip title={title} once={say('invitation.once')} paper={paper} onClose={onClose} />;
}
