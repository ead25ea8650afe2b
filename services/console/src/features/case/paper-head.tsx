import type { CaseView } from '@kaerimichi/contracts';
import { addDays, PAPER_DAYS } from '@kaerimichi/discharge';
import { useToday, useWorkplace } from '../../app/workplace.tsx';
import { dayAndTime, shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';

/** `K-0142 ケース要約 | 個人情報`, on every page. */
export function RunningHead({ view, title }: { readonly view: CaseView; readonly title: string }) {
  const { say } = useSpeech();
  return <p className="paper-running">{say('paper.running', { no: view.no, title })}</p>;
}

/** Until when the paper holds, who printed it and when, of which state of the case. */
export function PaperFoot({ view }: { readonly view: CaseView }) {
  const { say, language } = useSpeech();
  const { me, live } = useWorkplace();
  const today = useToday();
  return (
    <footer className="paper-foot">
      <p className="paper-box">{say('paper.until', { day: shortDay(addDays(today, PAPER_DAYS), language, today) })}</p>
      <p>
        {say('paper.printed', {
          who: me.person.name,
          time: dayAndTime(new Date(live.now()).toISOString(), language, today),
          version: view.version,
        })}
      </p>
    </footer>
  );
}
