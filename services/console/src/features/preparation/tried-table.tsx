import type { TriedDevice } from '@kaerimichi/contracts';
import type { ReactNode } from 'react';
import { useToday } from '../../app/workplace.tsx';
import { shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';

type Props = { readonly tried: readonly TriedDevice[]; readonly acts: (tried: TriedDevice) => ReactNode };

/** Candidates side by side: how each fitted, what the family said, what was decided and why. */
export function TriedTable({ tried, acts }: Props) {
  const { say, code, language } = useSpeech();
  const today = useToday();
  const judged = ['fit', 'noise', 'weight'] as const;
  return (
    <div className="table-frame">
      <table className="table device-table">
        <caption className="hidden-visually">{say('devices.tried')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('devices.candidate')}</th>
            {judged.map(name => (
              <th scope="col" key={name}>
                {say(`devices.${name}`)}
              </th>
            ))}
            <th scope="col">{say('devices.familySays')}</th>
            <th scope="col">{say('devices.decision')}</th>
          </tr>
        </thead>
        <tbody>
          {tried.map(one => (
            <tr key={`${one.kind} ${one.trialNo}`}>
              <th scope="row">
                {one.model} <span className="small muted">{code('kind', one.kind)}</span>{' '}
                <span className="small muted">{shortDay(one.on, language, today)}</span>
              </th>
              {judged.map(name => (
                <td key={name} data-label={say(`devices.${name}`)}>
                  {one[name] ? code('judged', one[name]) : '–'}
                </td>
              ))}
              <td data-label={say('devices.familySays')}>{one.familySays ?? '–'}</td>
              <td data-label={say('devices.decision')}>
                <span className="tag">{code('decision', one.decision)}</span> {one.reason && <p>{one.reason}</p>}
                {acts(one)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
