import type { CaseView } from '@kaerimichi/contracts';
import { sharesChild } from '@kaerimichi/discharge';
import { Link } from 'react-router';
import { useToday } from '../../app/workplace.tsx';
import { shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { useNarrow } from '../board/use-narrow.ts';
import type { Consent, ConsentState } from './consents-of.ts';
import './sharing.css';

/** Categories that a consent may name, in the order of the form. */
const shareable = ['contacts', 'clinical', 'skills', 'plan', 'family', 'money', 'images', 'disaster'] as const;

/** What a consent shows of the child: nothing where it is to figures on the programme. */
const shownBy = (consent: Consent): Consent['categories'] => (sharesChild(consent) ? consent.categories : []);

type Props = {
  readonly view: CaseView;
  readonly consents: readonly { readonly consent: Consent; readonly state: ConsentState }[];
  readonly names: Readonly<Record<string, string>>;
};

/** Recipient × category, with purpose and period; on a narrow screen one block for each consent. */
export function ConsentTable(props: Props) {
  return useNarrow() ? <ConsentBlocks {...props} /> : <WideTable {...props} />;
}

function WideTable({ view, consents, names }: Props) {
  const { say, code } = useSpeech();
  return (
    <div className="table-frame">
      <table className="table consent-table">
        <caption className="hidden-visually">{say('sharing.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('sharing.who')}</th>
            {shareable.map(category => (
              <th key={category} scope="col" className="consent-category">
                {code('category', category)}
              </th>
            ))}
            <th scope="col">{say('sharing.period')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{names[view.card.lead] ?? view.card.lead}</th>
            {shareable.map(category => (
              <Cell key={category} isShared />
            ))}
            <td>{say('sharing.lead')}</td>
          </tr>
          {consents.map(({ consent, state }) => (
            <tr key={consent.id} className={state === 'valid' ? '' : 'consent-over'}>
              <th scope="row">
                {names[consent.recipient ?? ''] ?? consent.recipient}
                <p className="small muted">{code('purpose', consent.purpose)}</p>
              </th>
              {shareable.map(category => (
                <Cell key={category} isShared={state === 'valid' && shownBy(consent).includes(category)} />
              ))}
              <td>
                <Period view={view} consent={consent} state={state} names={names} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A mark, and its word for whoever hears it. */
function Cell({ isShared }: { isShared: boolean }) {
  const { say } = useSpeech();
  return (
    <td className="consent-category">
      <span aria-hidden="true">{isShared ? '●' : '○'}</span>
      <span className="hidden-visually">{say(isShared ? 'sharing.sees' : 'sharing.seesNot')}</span>
    </td>
  );
}

type PeriodProps = Pick<Props, 'view' | 'names'> & { readonly consent: Consent; readonly state: ConsentState };

function Period({ view, consent, state, names }: PeriodProps) {
  const { say, code, language } = useSpeech();
  const today = useToday();
  const { id, from, until, withdrawnOn, recipient } = consent;
  const day = (on: string) => shortDay(on, language, today);
  const who = names[recipient ?? ''] ?? '';
  return (
    <>
      <p>{say('sharing.fromUntil', { from: day(from), until: until ? day(until) : say('sharing.noEnd') })}</p>
      <p>
        <span className="tag">{code('consentState', state)}</span>{' '}
        {withdrawnOn && <span className="small">{day(withdrawnOn)}</span>}
      </p>
      <TakenOver consent={consent} />
      {view.can.includes('consent.withdrawn') && !withdrawnOn && (
        <p>
          <Link
            to={`/cases/${view.id}/record/consent.withdrawn?${new URLSearchParams({ consentId: id })}`}
            aria-label={say('sharing.withdrawOf', { who })}
          >
            {say('sharing.withdraw')}
          </Link>
        </p>
      )}
    </>
  );
}

/** Of a consent that a merge brought from another case: who agreed, since no entry here says so, and where it was recorded. */
function TakenOver({ consent: { givers = [], fromCase } }: { readonly consent: Consent }) {
  const { say, code } = useSpeech();
  const who = givers.map(({ relation, authority }) =>
    say('sharing.giver', { relation: code('relation', relation), authority: code('authority', authority) }),
  );
  return (
    <>
      {who.length > 0 && <p className="small">{say('sharing.givers', { who: who.join(' · ') })}</p>}
      {fromCase && <p className="small muted">{say('sharing.fromCase', { no: fromCase })}</p>}
    </>
  );
}

function ConsentBlocks({ view, consents, names }: Props) {
  const { code } = useSpeech();
  return (
    <ul className="stack">
      {consents.map(({ consent, state }) => (
        <li key={consent.id} className="panel stack-tight">
          <h3>{names[consent.recipient ?? ''] ?? consent.recipient}</h3>
          <p className="small muted">{code('purpose', consent.purpose)}</p>
          <ul className="tags">
            {shownBy(consent).map(category => (
              <li key={category} className="tag">
                {code('category', category)}
              </li>
            ))}
          </ul>
          <Period view={view} consent={consent} state={state} names={names} />
        </li>
      ))}
    </ul>
  );
}
