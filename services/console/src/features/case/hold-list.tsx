import type { CaseView } from '@kaerimichi/contracts';
import { useToday } from '../../app/workplace.tsx';
import { HoldChip } from '../../parts/chips.tsx';
import { shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { holdsOf } from './holds-of.ts';

/** Why a case stands still, who sees to it and when it is looked at again; its card's reasons where no more is told. */
export function HoldList({ view }: { view: CaseView }) {
  const { say, language } = useSpeech();
  const today = useToday();
  const holds = holdsOf(view);
  if (holds.length === 0) return <HoldChip holds={view.card.holds} />;
  return (
    <ul className="hold-list">
      {holds.map(({ id, code, owner, recheckOn }) => (
        <li key={id}>
          <HoldChip holds={[{ code }]} />
          <span className="hold-more small">
            {owner && <span>{say('hold.owner', { name: owner })}</span>}
            {recheckOn && <span>{say('hold.recheck', { day: shortDay(recheckOn, language, today) })}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
