import type { CaseView } from '@kaerimichi/contracts';
import { Link } from 'react-router';
import { useHistory } from '../../api/queries.ts';
import { useWorkplace } from '../../app/workplace.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import { Patience } from '../../parts/patience.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { AfterCall, useAfterCall } from './after-call.tsx';
import { CallableText } from './callable-text.tsx';
import { type ContactGroup, contactGroups, gapPath } from './contact-groups.ts';
import { type Contact, contactsOf } from './contacts-of.ts';
import { DutyContacts } from './duty-contacts.tsx';
import { whyEntry } from './withheld.ts';

/** Whom to call: by time, then by what about; what nobody wrote down yet is shown as open. */
export function ContactPane({ view }: { readonly view: CaseView }) {
  const history = useHistory(view.id);
  if (history.error) return <ProblemNote error={history.error} onRetry={() => void history.refetch()} />;
  if (!history.data) return <Patience look="part" />;
  return <Groups view={view} contacts={contactsOf(history.data)} />;
}

type GroupsProps = { readonly view: CaseView; readonly contacts: readonly Contact[] };

function Groups({ view, contacts }: GroupsProps) {
  const { say, code } = useSpeech();
  const { me } = useWorkplace();
  const withheld = say(whyEntry(view, 'contacts'), { role: code('role', me.membership.role) });
  // What one is not told of is no gap.
  if (view.facts.contacts === undefined) return <p className="muted">{withheld}</p>;
  return (
    <>
      <dl className="contact-times">
        {contactGroups(contacts, view).map(group => (
          <div key={group.when}>
            <dt>{code('when', group.when)}</dt>
            <dd>
              <Entries view={view} group={group} withheld={withheld} />
            </dd>
          </div>
        ))}
      </dl>
      <DutyContacts view={view} />
      <TeamPhones view={view} />
    </>
  );
}

type EntriesProps = { readonly view: CaseView; readonly group: ContactGroup; readonly withheld: string };

function Entries({ view, group: { when, entries, gaps }, withheld }: EntriesProps) {
  const { say, code } = useSpeech();
  const call = useAfterCall(view);
  const maySet = view.can.includes('contacts.recorded');
  const about = (topic: string | null) =>
    [code('when', when), ...(topic ? [code('topic', topic)] : [])].join(say('common.listMark'));
  return (
    <ul className="stack-tight">
      {entries.map(({ seq, topic, text }) => (
        <li key={seq}>
          {topic && <p className="small muted">{code('topic', topic)}</p>}
          {text === null ? (
            <p className="muted">{withheld}</p>
          ) : (
            <p className="as-written">
              <CallableText text={text} onCall={() => call.ask(about(topic))} />
            </p>
          )}
        </li>
      ))}
      {gaps.map(topic => (
        <li key={topic ?? ''} className="contact-gap">
          <span>
            <Glyph name="cross" />{' '}
            {topic ? say('contact.openTopic', { topic: code('topic', topic) }) : say('contact.open')}
          </span>
          {maySet && (
            <Link to={gapPath(view.id, when, topic)} aria-label={say('contact.setName', { what: about(topic) })}>
              {say('contact.set')}
            </Link>
          )}
        </li>
      ))}
      <AfterCall call={call} />
    </ul>
  );
}

/** Organisations that take part and have a telephone that is known here. */
function TeamPhones({ view }: { readonly view: CaseView }) {
  const { say } = useSpeech();
  const call = useAfterCall(view);
  const known = Object.entries(view.people.telephones).flatMap(([org, text]) => {
    const name = view.people.orgs[org];
    return name ? [{ org, name, text }] : [];
  });
  if (known.length === 0) return null;
  return (
    <div className="stack-tight">
      <p className="small muted">{say('contact.team')}</p>
      <ul className="stack-tight">
        {known.map(({ org, name, text }) => (
          <li key={org}>
            <span className="small">{name}</span> <CallableText text={text} onCall={() => call.ask(name)} />
          </li>
        ))}
        <AfterCall call={call} />
      </ul>
    </div>
  );
}
