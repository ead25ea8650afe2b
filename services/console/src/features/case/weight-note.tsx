import type { CaseView } from '@kaerimichi/contracts';
import { useToday } from '../../app/workplace.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { weightOf } from './weight-of.ts';
import { weightWords } from './weight-words.ts';

type Props = {
  readonly view: CaseView;
  /** In a line of other things. */
  readonly isShort?: boolean;
  /** Behind a word that says already what it is. */
  readonly isBare?: boolean;
};

/** The weight with its day, beside whatever is dosed by it; says so where it is too old for that, or is not known. */
export function WeightNote({ view, isShort = false, isBare = false }: Props) {
  const speech = useSpeech();
  const today = useToday();
  const weight = weightOf(view, today);
  if (!weight) return isShort || view.hidden.includes('clinical') ? null : <span>{speech.say('weight.unknown')}</span>;
  const { staleDays } = weight;
  const words = weightWords(weight, speech, today);
  return (
    <span>
      {isBare ? words : speech.say('weight.is', { weight: words })}
      {staleDays !== null && (
        <strong className="weight-old">
          {' '}
          {speech.say(isShort ? 'weight.oldShort' : 'weight.old', { days: staleDays })}
        </strong>
      )}
    </span>
  );
}
