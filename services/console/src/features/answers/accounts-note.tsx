import type { CaseView } from '@kaerimichi/contracts';
import { Link } from 'react-router';
import { useToday } from '../../app/workplace.tsx';
import { shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { recordPath } from '../case/record-path.ts';

/** On which record of the hospital's accounts the fees rest, and where it is written. */
export function AccountsNote({ view }: { readonly view: CaseView }) {
  const { say, language } = useSpeech();
  const today = useToday();
  const on = recordedOn(view);
  return (
    <p className="small row">
      <span>{on ? say('fees.accountsAt', { day: shortDay(on, language, today) }) : say('fees.noAccounts')}</span>
      {view.can.includes('account.recorded') && (
        <Link className="button" to={recordPath(view.id, 'account.recorded')}>
          {say('fees.recordAccounts')}
        </Link>
      )}
    </p>
  );
}

function recordedOn({ facts }: CaseView): string | null {
  const account = facts.money?.account;
  const on = typeof account === 'object' && account !== null && 'on' in account ? account.on : null;
  return typeof on === 'string' ? on : null;
}
