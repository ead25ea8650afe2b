import { useToday } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { FieldGroup } from '../../parts/field.tsx';
import { TimeField } from '../../parts/time-field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { type PollInput, shortId } from './poll-input.ts';

/** As many as the chart takes: they stand beside each other in the table of answers. */
const MOST = 8;

type Props = {
  readonly input: PollInput;
  readonly change: (part: Partial<PollInput>) => void;
  readonly error: string | undefined;
};

const withAt = (list: readonly string[], at: number, value: string) => list.map((old, n) => (n === at ? value : old));
const withoutAt = (list: readonly string[], at: number) => list.filter((_old, n) => n !== at);

/** Proposed times, a day and a time each. */
export function SlotRows({ input, change, error }: Props) {
  const { say } = useSpeech();
  const today = useToday();
  const { ids, days, times } = input;
  const remove = (at: number) =>
    change({ ids: withoutAt(ids, at), days: withoutAt(days, at), times: withoutAt(times, at) });
  return (
    <FieldGroup id="conf-slots" label={say('conf.slots')} error={error}>
      {ids.map((id, at) => (
        <div key={id} className="conf-slot-row">
          <DayField
            label={say('conf.slotDay', { n: at + 1 })}
            value={days[at] ?? ''}
            onChange={value => change({ days: withAt(days, at, value) })}
            today={today}
          />
          <TimeField
            label={say('conf.slotTime', { n: at + 1 })}
            value={times[at] ?? ''}
            onChange={value => change({ times: withAt(times, at, value) })}
          />
          {ids.length > 1 && (
            <Button isSmall aria-label={say('conf.removeSlotName', { n: at + 1 })} onClick={() => remove(at)}>
              {say('conf.removeSlot')}
            </Button>
          )}
        </div>
      ))}
      {ids.length < MOST && (
        <p>
          <Button
            isSmall
            onClick={() => change({ ids: [...ids, shortId()], days: [...days, ''], times: [...times, ''] })}
          >
            {say('conf.addSlot')}
          </Button>
        </p>
      )}
    </FieldGroup>
  );
}
