import type { CaseView } from '@kaerimichi/contracts';
import { useHistory } from '../../api/queries.ts';
import { useWorkplace } from '../../app/workplace.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { CallableText } from './callable-text.tsx';
import { type Contact, contactsOf } from './contacts-of.ts';
import { whyEntry } from './withheld.ts';

/** Whom to call: names and telephones are records, so they come from the history, as its reader may see them. */
export function ContactList({ view }: { view: CaseView }) {
  const { say, code } = useSpeech();
  const { me } = useWorkplace();
  const history = useHistory(view.id);
  if (history.error) return <ProblemNote error={history.error} onRetry={() => void history.refetch()} />;
  if (!history.data) return <span className="muted">{say('common.loading')}</span>;
  const contacts = contactsOf(history.data);
  const withheld = say(whyEntry(view, 'contacts'), { role: code('role', me.membership.role) });
  if (contacts.length === 0) return <span className="muted">{withheld}</span>;
  return (
    <ul className="fact-list">
      {contacts.map(contact => (
        <li key={contact.seq}>
          <ContactEntry contact={contact} withheld={withheld} />
        </li>
      ))}
    </ul>
  );
}

type EntryProps = { readonly contact: Contact; readonly withheld: string };

function ContactEntry({ contact: { when, topic, text }, withheld }: EntryProps) {
  const { say, code } = useSpeech();
  return (
    <>
      <p className="muted small">
        {[code('when', when), ...(topic ? [code('topic', topic)] : [])].join(say('common.listMark'))}
      </p>
      {text === null ? (
        <p className="muted">{withheld}</p>
      ) : (
        <p className="as-written">
          <CallableText text={text} />
        </p>
      )}
    </>
  );
}
