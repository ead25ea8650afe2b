import type { MergeRound, MergeView } from '@kaerimichi/contracts';
import { useToday } from '../../app/workplace.tsx';
import { dayAndTime } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';

type Props = { readonly round: MergeRound; readonly sides: MergeView['sides'] };

/** Who proposed to make one case of two, and what was decided, each with its reason. */
export function RoundWords({ round: { proposed, reason, survivor, decided, state }, sides }: Props) {
  const { say, code, language } = useSpeech();
  const today = useToday();
  const named = (...parts: (string | null)[]) => parts.filter(Boolean).join(' ');
  const when = (at: string) => dayAndTime(at, language, today);
  const goesOn = sides.find(({ id }) => id === survivor);
  const ends = sides.find(({ id }) => id !== survivor);
  return (
    <>
      {proposed && (
        <>
          <p>
            {say('merge.proposedBy', {
              who: named(proposed.org.name, code('role', proposed.role), proposed.name),
              at: when(proposed.at),
            })}
          </p>
          <p>{say('merge.into', { ends: ends?.no ?? '', goesOn: goesOn?.no ?? '' })}</p>
          {reason && <p className="prose">{reason}</p>}
        </>
      )}
      {decided && (state === 'rejected' || state === 'merged') && (
        <>
          <p>{say(`merge.decidedBy.${state}`, { who: named(decided.org.name, decided.name), at: when(decided.at) })}</p>
          {decided.reason && <p className="prose">{decided.reason}</p>}
        </>
      )}
    </>
  );
}
