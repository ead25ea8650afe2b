import { Link, useLocation } from 'react-router';
import { useWorkplace } from '../../app/workplace.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { KeysTable } from './keys-table.tsx';
import { topicOf } from './topic-of.ts';

/** 困ったとき, over whichever screen one is on: how this screen is used, whom to call, and the keys. */
export function HelpSheet({ onClose }: { readonly onClose: () => void }) {
  const { say } = useSpeech();
  const { me } = useWorkplace();
  const topic = topicOf(useLocation().pathname);
  return (
    <Sheet title={say('nav.help')} onClose={onClose}>
      <div className="stack">
        {topic && (
          <section className="stack-tight">
            <h3>{say('help.thisScreen')}</h3>
            <ul className="prose">
              {say(`howTo.${topic}`)
                .split('\n')
                .map(line => (
                  <li key={line}>{line}</li>
                ))}
            </ul>
          </section>
        )}
        <Contact />
        {me.abilities.board && (
          <section className="stack-tight">
            <h3>{say('nav.keys')}</h3>
            <KeysTable />
          </section>
        )}
        <p className="row">
          <Link to="/help" onClick={onClose}>
            {say('help.all')}
          </Link>
          <Link to="/accessibility" onClick={onClose}>
            {say('a11y.title')}
          </Link>
          {me.abilities.board && (
            <Link to="/settings" onClick={onClose}>
              {say('help.switchKeys')}
            </Link>
          )}
        </p>
      </div>
    </Sheet>
  );
}

/** Whom to ask: people of one's own house. */
function Contact() {
  const { say } = useSpeech();
  const { org } = useWorkplace().me.membership;
  return (
    <section className="stack-tight">
      <h3>{say('help.contact')}</h3>
      <p className="prose">{say('help.contactOf', { org: org.name })}</p>
    </section>
  );
}
