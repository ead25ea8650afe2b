import { addDays, PAPER_DAYS } from '@kaerimichi/discharge';
import { useToday, useWorkplace } from '../../app/workplace.tsx';
import { dayAndTime, shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import './paper-lines.css';

/** `K-0142 ケース要約 | 個人情報`, on every page; of a list no number. */
export function RunningHead({ no, title }: { readonly no?: string; readonly title: string }) {
  const { say } = useSpeech();
  return <p className="paper-running">{say('paper.running', { title: no ? `${no} ${title}` : title })}</p>;
}

/** Of which state it is: a case by its version, a list by when it was last right. */
type Props = { readonly version: number } | { readonly rightAt: string | null };

/** Until when the paper holds, who printed it and when, and of which state. */
export function PaperFoot(props: Props) {
  const { say, language } = useSpeech();
  const { me, live } = useWorkplace();
  const today = useToday();
  const timeOf = (at: string) => dayAndTime(at, language, today);
  const printed = { who: me.person.name, time: timeOf(new Date(live.now()).toISOString()) };
  return (
    <footer className="paper-foot">
      <p className="paper-box">{say('paper.until', { day: shortDay(addDays(today, PAPER_DAYS), language, today) })}</p>
      <p>
        {'version' in props
          ? say('paper.printed', { ...printed, version: props.version })
          : say('paper.printedList', { ...printed, at: props.rightAt ? timeOf(props.rightAt) : '–' })}
      </p>
    </footer>
  );
}
