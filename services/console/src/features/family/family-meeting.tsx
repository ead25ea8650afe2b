import type { FamilyPage } from '@kaerimichi/contracts';
import { type FormEvent, useState } from 'react';
import { useToday } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { FieldGroup } from '../../parts/field.tsx';
import { shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { FamilyProblem } from './family-problem.tsx';
import { Said } from './said.tsx';
import { useDecide, useFamilyText } from './use-family.ts';

type Meeting = FamilyPage['meetings'][number];
type Props = { readonly of: FamilyPage['case']; readonly meeting: Meeting };

const said = ['fits', 'fitsMaybe', 'fitsNot'] as const;

/** A meeting about the child: when the family can come, and afterwards that it has read what was agreed on. */
export const FamilyMeeting = (props: Props) =>
  props.meeting.asks === 'answer' ? <Dates {...props} /> : <Read {...props} />;

function Dates({ of, meeting }: Props) {
  const { language } = useSpeech();
  const text = useFamilyText();
  const today = useToday();
  const { decide, isBusy, error } = useDecide(of);
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>(meeting.answers ?? {});
  const [isPressed, setPressed] = useState(false);
  const isSaid = (id: string) => said.some(one => one === chosen[id]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setPressed(true);
    if (isBusy || !meeting.slots.every(({ id }) => isSaid(id))) return;
    void decide({
      ...{ type: 'conference.answered', conferenceId: meeting.conference, askedId: meeting.seat },
      answers: meeting.slots.map(({ id }) => ({ slot: id, answer: chosen[id] })),
    });
  };
  return (
    <form className="stack-tight" noValidate onSubmit={submit}>
      <h3>
        <Said of="meeting" />
      </h3>
      <p>
        <Said of={meeting.answers ? 'meetingAnswered' : 'meetingAsks'} />
      </p>
      {meeting.slots.map(({ id, on, at }) => (
        <FieldGroup
          key={id}
          id={`meeting-${id}`}
          label={`${shortDay(on, language, today)} ${at}`}
          error={isPressed && !isSaid(id) ? text('meetingChoose') : undefined}
        >
          <div className="checks">
            {said.map(value => (
              <label className="check" key={value}>
                <input
                  type="radio"
                  name={`meeting-${id}`}
                  value={value}
                  checked={chosen[id] === value}
                  onChange={() => setChosen({ ...chosen, [id]: value })}
                />
                <span>
                  <Said of={`meeting.${value}`} />
                </span>
              </label>
            ))}
          </div>
        </FieldGroup>
      ))}
      <FamilyProblem error={error} />
      <p>
        <Button kind="primary" type="submit" aria-label={text('meetingSend')} isBusy={isBusy}>
          <Said of="meetingSend" />
        </Button>
      </p>
    </form>
  );
}

function Read({ of, meeting }: Props) {
  const text = useFamilyText();
  const { decide, isBusy, error } = useDecide(of);
  const body = { type: 'minutes.confirmed', conferenceId: meeting.conference, askedId: meeting.seat };
  return (
    <div className="stack-tight">
      <h3>
        <Said of="meeting" />
      </h3>
      <p>
        <Said of="meetingRead" />
      </p>
      <FamilyProblem error={error} />
      <p>
        <Button kind="primary" aria-label={text('meetingHasRead')} isBusy={isBusy} onClick={() => void decide(body)}>
          <Said of="meetingHasRead" />
        </Button>
      </p>
    </div>
  );
}
