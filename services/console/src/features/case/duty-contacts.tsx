import type { CaseView } from '@kaerimichi/contracts';
import { Link } from 'react-router';
import { useWorkplace } from '../../app/workplace.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { AfterCall, type Call, useAfterCall } from './after-call.tsx';
import { CallableText } from './callable-text.tsx';
import { type DutyOrg, shiftTime } from './duty-words.ts';
import { useDuty } from './use-duty.ts';

/** 当直: whom one reaches now, tonight and tomorrow in the organisations that take part, and when nobody. */
export function DutyContacts({ view }: { readonly view: CaseView }) {
  const { say } = useSpeech();
  const duty = useDuty(view);
  const call = useAfterCall(view);
  if (!duty.data?.orgs || (duty.data.orgs.length === 0 && !duty.data.isOwnMissing)) return null;
  const { orgs, isOwnMissing, today } = duty.data;
  return (
    <section className="stack-tight duty">
      <h3 className="small muted">{say('duty.title')}</h3>
      {orgs.map(org => (
        <OrgDuty key={org.org} org={org} today={today} call={call} />
      ))}
      {isOwnMissing && (
        <p className="contact-gap">
          <span>{say('duty.ownMissing')}</span> <Link to="/duty">{say('duty.begin')}</Link>
        </p>
      )}
      <ul>
        <AfterCall call={call} />
      </ul>
    </section>
  );
}

type OrgProps = { readonly org: DutyOrg; readonly today: string; readonly call: Call };

function OrgDuty({ org: { org, name, shifts }, today, call }: OrgProps) {
  const speech = useSpeech();
  const { say } = speech;
  const isOwn = useWorkplace().me.membership.org.id === org;
  return (
    <div>
      <p className="small">
        <strong>{name}</strong> {isOwn && <Link to="/duty">{say('duty.open')}</Link>}
      </p>
      <ul className="stack-tight">
        {shifts.map(shift => {
          const when = shiftTime(shift, today, speech);
          return (
            <li key={`${shift.on} ${shift.band}`} className={shift.post ? undefined : 'contact-gap'}>
              {shift.post ? (
                <>
                  <p className="small muted">{when}</p>
                  <p className="as-written duty-call">
                    {shift.post.name}{' '}
                    <CallableText
                      text={shift.post.telephone}
                      onCall={() => call.ask([name, shift.post?.name].filter(Boolean).join(say('common.listMark')))}
                    />
                  </p>
                </>
              ) : (
                <span>
                  <Glyph name="cross" /> {say('duty.gap', { shift: when })}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
