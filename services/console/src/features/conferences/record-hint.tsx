import type { Conference } from '@kaerimichi/contracts';
import { useSpeech } from '../../words/speech-context.tsx';

type Props = { readonly record: NonNullable<Conference['record']> };

/** What the record of joint guidance wants: what is there, what is missing, and what the chart alone can show. For reference. */
export function RecordHint({ record }: Props) {
  const { say, pick } = useSpeech();
  const missing = record.filter(({ ok }) => ok !== true);
  return (
    <details className="conf-record">
      <summary>
        {missing.length === 0 ? say('conf.recordWhole') : say('conf.recordLacks', { n: missing.length })}
      </summary>
      <ul>
        {record.map(({ code, text, ok }) => (
          <li key={code}>
            {say(ok === true ? 'conf.recordHas' : ok === false ? 'conf.recordNot' : 'conf.recordElsewhere', {
              text: pick(text),
            })}
          </li>
        ))}
      </ul>
      <p className="small muted">{say('conf.reference')}</p>
    </details>
  );
}
