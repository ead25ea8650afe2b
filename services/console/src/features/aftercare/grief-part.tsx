import type { CaseView, FollowUpPanel } from '@kaerimichi/contracts';
import { useToday } from '../../app/workplace.tsx';
import { longDay, shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { FormLink } from '../preparation/form-link.tsx';

type Props = { readonly view: CaseView; readonly grief: NonNullable<FollowUpPanel['grief']> };

/** グリーフケア: when the family was talked with since, and by whom. Every reminder has stopped. */
export function GriefPart({ view, grief: { since, contacts, closedOn } }: Props) {
  const { say, code, language } = useSpeech();
  const today = useToday();
  return (
    <section className="panel stack-tight" aria-labelledby="follow-grief">
      <h3 id="follow-grief">{say('grief.title')}</h3>
      <p>{say('grief.stopped', { day: longDay(since, language) })}</p>
      {contacts.length === 0 && <p className="muted">{say('grief.none')}</p>}
      <ul className="aftercare-list">
        {contacts.map(({ seq, on, by, note }) => (
          <li key={seq}>
            <b>{shortDay(on, language, today)}</b>{' '}
            <span className="small muted">
              {code('role', by.role)} {by.name}
            </span>
            {note && <p>{note}</p>}
          </li>
        ))}
      </ul>
      {closedOn && <p>{say('grief.closed', { day: longDay(closedOn, language) })}</p>}
      <p className="row">
        <FormLink view={view} can={view.can} event="grief.contacted">
          {say('grief.contact')}
        </FormLink>
        {!closedOn && (
          <FormLink view={view} can={view.can} event="grief.closed">
            {say('grief.close')}
          </FormLink>
        )}
      </p>
    </section>
  );
}
