import { useState } from 'react';
import { Link } from 'react-router';
import { usePageTitle } from '../../app/page-title.ts';
import { useObservable } from '../../app/services.tsx';
import { useWorkplace } from '../../app/workplace.tsx';
import type { Outgoing } from '../../offline/outbox.ts';
import { Button } from '../../parts/button.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { dayAndTime } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { outgoingWords } from '../visits/visit-words.ts';
import { useProgram } from './use-program.ts';

/** 送信待ち: what was written here, and what became of each. */
export function OutboxPage() {
  const { say } = useSpeech();
  const { outbox } = useProgram();
  const items = useObservable(outbox.items);
  usePageTitle(say('outbox.title'));
  const isWaiting = items.some(({ state }) => state.is === 'waiting');
  return (
    <div className="page narrow stack">
      <h1>{say('outbox.title')}</h1>
      <p className="muted">{say('outbox.intro')}</p>
      {items.length === 0 && <p>{say('outbox.empty')}</p>}
      <ul className="stack outbox-list">
        {items.toReversed().map(item => (
          <OutgoingItem key={item.id} item={item} />
        ))}
      </ul>
      {isWaiting && (
        <p>
          <Button kind="primary" onClick={() => void outbox.flush()}>
            {say('outbox.sendNow')}
          </Button>
        </p>
      )}
    </div>
  );
}

function OutgoingItem({ item }: { readonly item: Outgoing }) {
  const speech = useSpeech();
  const { say, language } = speech;
  const { pathway } = useWorkplace();
  const { outbox } = useProgram();
  const label = pathway.events.find(({ type }) => type === item.type)?.label;
  const { state } = item;
  return (
    <li className="panel stack" data-outgoing={state.is}>
      <h2 className="outbox-what">
        <Link to={`/cases/${item.caseId}`}>{item.no}</Link> {label ? speech.pick(label) : item.type}
      </h2>
      <p>
        <strong>{outgoingWords(item, speech)}</strong>
      </p>
      <p className="small muted">
        {say('outbox.writtenAt', { at: dayAndTime(item.writtenAt, language) })}{' '}
        {item.lastTryAt !== null &&
          state.is !== 'sent' &&
          say('outbox.lastTry', { at: dayAndTime(item.lastTryAt, language), n: item.tries })}
      </p>
      {state.is === 'refused' && (
        <ul>
          {state.why.reasons.map(reason => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      <p className="row">
        {state.is === 'refused' && (
          <Button isSmall onClick={() => void outbox.again(item.id)}>
            {say('outbox.again')}
          </Button>
        )}
        {state.is !== 'sending' && <Discard item={item} />}
      </p>
    </li>
  );
}

/** Of what was sent only the line goes; of what was not, the only copy there is, which is asked about. */
function Discard({ item }: { readonly item: Outgoing }) {
  const { say } = useSpeech();
  const { outbox } = useProgram();
  const [isAsked, setAsked] = useState(false);
  const isSent = item.state.is === 'sent';
  const drop = () => {
    setAsked(false);
    void outbox.drop(item.id);
  };
  return (
    <>
      <Button isSmall kind="quiet" onClick={() => (isSent ? drop() : setAsked(true))}>
        {say(isSent ? 'outbox.forget' : 'outbox.discard')}
      </Button>
      {isAsked && (
        <Sheet title={say('outbox.discard')} role="alertdialog" onClose={() => setAsked(false)}>
          <p>{say('outbox.discardSure', { no: item.no })}</p>
          <p>
            <Button kind="danger" onClick={drop}>
              {say('outbox.discardNow')}
            </Button>
          </p>
        </Sheet>
      )}
    </>
  );
}
