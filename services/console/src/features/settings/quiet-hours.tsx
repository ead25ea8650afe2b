import type { MailChoice } from '@kaerimichi/contracts';
import { useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { ChoiceField } from '../../parts/choice-fields.tsx';
import { parseTime } from '../../parts/parse-time.ts';
import { TimeField } from '../../parts/time-field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';

type Props = { readonly quiet: MailChoice['quiet']; readonly onChange: (quiet: MailChoice['quiet']) => void };

/** What is offered to whoever wants some: between two working days. */
const NIGHT = { from: '20:00', until: '07:00' };

/** Hours in which nothing is sent; two times are kept together, once both can be read. */
export function QuietHours({ quiet, onChange }: Props) {
  const { say } = useSpeech();
  const [typed, setTyped] = useState(quiet ?? NIGHT);
  const [from, until] = [parseTime(typed.from), parseTime(typed.until)];
  const isKept = quiet?.from === from && quiet?.until === until;
  const whyNot = from === null || until === null ? say('mail.quietTimes') : from === until ? say('mail.quietSame') : '';
  return (
    <>
      <ChoiceField
        id="mail-quiet"
        label={say('mail.quiet')}
        hint={say('mail.quietHint')}
        options={[
          { value: 'on', label: say('mail.quietOn') },
          { value: 'off', label: say('mail.quietOff') },
        ]}
        value={quiet ? 'on' : 'off'}
        onChange={value => onChange(value === 'on' ? NIGHT : null)}
      />
      {quiet && (
        <form
          className="stack"
          onSubmit={event => {
            event.preventDefault();
            if (from && until && !whyNot) onChange({ from, until });
          }}
        >
          <TimeField
            label={say('mail.quietFrom')}
            value={typed.from}
            onChange={value => setTyped(now => ({ ...now, from: value }))}
          />
          <TimeField
            label={say('mail.quietUntil')}
            value={typed.until}
            onChange={value => setTyped(now => ({ ...now, until: value }))}
          />
          {!isKept && (
            <p>
              <Button type="submit" whyNot={whyNot}>
                {say('mail.quietKeep')}
              </Button>
            </p>
          )}
        </form>
      )}
    </>
  );
}
