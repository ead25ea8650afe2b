import type { CarriedCard } from '@kaerimichi/contracts';
import { Link, useParams } from 'react-router';
import { useCase } from '../../api/queries.ts';
import { usePageTitle } from '../../app/page-title.ts';
import { CaseName } from '../../parts/case-name.tsx';
import { Patience } from '../../parts/patience.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { dayAndTime } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { CallableText } from '../case/callable-text.tsx';
import { useDeviceState, useOutboxAtHand } from '../offline/use-program.ts';
import { useCarriedCard } from './use-visits.ts';
import './visits.css';

/** 携行カード: what somebody needs who has to act for this child away from every other screen. */
export function CardPage() {
  const { id = '' } = useParams();
  const { say } = useSpeech();
  const view = useCase(id);
  const carried = useCarriedCard(id);
  useOutboxAtHand();
  usePageTitle(`${say('visits.card')} ${carried.data?.no ?? ''}`.trim());
  const failed = [view, carried].find(({ isError, data }) => isError && !data);
  return (
    <div className="page narrow stack visits">
      <h1>{say('visits.card')}</h1>
      {view.data && (
        <p className="row">
          <CaseName card={view.data.card} />
        </p>
      )}
      {failed && <ProblemNote error={failed.error} onRetry={() => void failed.refetch()} />}
      {!failed && !carried.data && <Patience />}
      {carried.data && <CardSections card={carried.data} />}
      <p className="row">
        <Link to="/today">{say('nav.today')}</Link> <Link to={`/cases/${id}`}>{say('visits.toCase')}</Link>
      </p>
    </div>
  );
}

export function CardSections({ card }: { readonly card: CarriedCard }) {
  const { say, language } = useSpeech();
  const isKept = useDeviceState().is === 'open';
  return (
    <>
      <p className="small muted">
        {say(isKept ? 'visits.cardKeptAt' : 'visits.cardAt', { at: dayAndTime(card.at, language) })}
      </p>
      {card.sections.map(({ title, rows }) => (
        <section key={title ?? ''} className="panel stack" aria-label={title ?? say('visits.card')}>
          {title && <h2>{title}</h2>}
          <dl className="carried-rows">
            {rows.map(({ label, text, recorded }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>
                  {recorded ? <CallableText text={text} /> : <span className="muted">{say('visits.unrecorded')}</span>}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      {card.withheld.length > 0 && <p className="small muted">{say('visits.withheld')}</p>}
    </>
  );
}
