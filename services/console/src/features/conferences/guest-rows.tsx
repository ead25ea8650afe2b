import { useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { SelectField } from '../../parts/choice-fields.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { guestLine, guestOf, type PollInput, shortId } from './poll-input.ts';
import { guestParts } from './seat-choices.ts';

type Props = { readonly input: PollInput; readonly change: (part: Partial<PollInput>) => void };

/** Guests without an account: a part and a name each; their links are made once they are asked. */
export function GuestRows({ input, change }: Props) {
  const { say, code } = useSpeech();
  const [part, setPart] = useState('');
  const [who, setWho] = useState('');
  const add = () => {
    change({ guests: [...input.guests, guestLine(shortId(), part, who.trim())] });
    setPart('');
    setWho('');
  };
  return (
    <fieldset className="field">
      <legend className="field-label">{say('conf.guests')}</legend>
      <p className="field-hint">{say('conf.guestsHint')}</p>
      {input.guests.length > 0 && (
        <ul>
          {input.guests.map(line => {
            const guest = guestOf(line);
            const name = say('conf.seat', { part: code('function', guest.function), who: guest.who });
            return (
              <li key={guest.id}>
                {name}{' '}
                <Button
                  isSmall
                  aria-label={say('conf.removeGuestName', { who: name })}
                  onClick={() => change({ guests: input.guests.filter(other => other !== line) })}
                >
                  {say('conf.removeSlot')}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
      <div className="conf-slot-row">
        <SelectField
          label={say('conf.guestPart')}
          options={guestParts.map(value => ({ value, label: code('function', value) }))}
          value={part}
          onChange={setPart}
        />
        <TextField label={say('conf.guestWho')} value={who} onChange={setWho} input={{ maxLength: 80 }} />
        <Button isSmall whyNot={part && who.trim() ? undefined : say('conf.guestFirst')} onClick={add}>
          {say('conf.addGuest')}
        </Button>
      </div>
    </fieldset>
  );
}
