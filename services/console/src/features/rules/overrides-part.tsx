import type { OverrideProposal } from '@kaerimichi/contracts';
import { useState } from 'react';
import { Link } from 'react-router';
import { useToday } from '../../app/workplace.tsx';
import { ChoiceField } from '../../parts/choice-fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ShowMore } from '../../parts/show-more.tsx';
import { shortDay, tokyoDayOf } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { PlainTable } from '../admin/add-form.tsx';
import { ProposedChange, type TakeChange } from './proposed-change.tsx';
import { type OverrideDays, type Overrides, useOverrides } from './use-overrides.ts';
import { withoutPlaces } from './without-places.ts';

/** 例外の記録: what was passed over in the cases that this organisation leads, and the changes of rules that it proposes. */
export function OverridesPart({ onTake }: { readonly onTake: TakeChange }) {
  const { say } = useSpeech();
  const [days, setDays] = useState<OverrideDays>('365');
  const overrides = useOverrides(days);
  const { data } = overrides;
  return (
    <section className="stack" aria-label={say('overrides.title')}>
      <h2>{say('overrides.title')}</h2>
      <ProblemNote error={overrides.error} onRetry={() => void overrides.refetch()} />
      {data?.proposals.map(proposal => (
        <ProposedChange key={proposal.requirement} proposal={proposal} told={toldOf(data, proposal)} onTake={onTake} />
      ))}
      {data && (
        <details className="panel rules-fold">
          <summary>{say('overrides.register', { n: data.counts.reduce((sum, one) => sum + sumOf(one), 0) })}</summary>
          <div className="stack">
            <p className="muted">{say('overrides.intro')}</p>
            <Period days={days} onChange={setDays} />
            <Counts overrides={data} />
            <Lines overrides={data} />
            <Kept overrides={data} />
          </div>
        </details>
      )}
    </section>
  );
}

const sumOf = ({ individual, disaster }: Overrides['counts'][number]) => individual + disaster;

/** The exceptions of which a proposal speaks, as far as this person is told them. */
const toldOf = ({ overrides }: Overrides, { requirement, since }: OverrideProposal) =>
  overrides.filter(one => one.requirement === requirement && one.isWhole && one.on >= tokyoDayOf(since));

function Period({ days, onChange }: { days: OverrideDays; onChange: (days: OverrideDays) => void }) {
  const { say, code } = useSpeech();
  const all: readonly OverrideDays[] = ['30', '90', '365'];
  return (
    <ChoiceField
      id="overrides-days"
      label={say('overrides.period')}
      options={all.map(value => ({ value, label: code('overrideDays', value) }))}
      value={days}
      onChange={value => onChange(all.find(one => one === value) ?? days)}
    />
  );
}

function Counts({ overrides: { counts } }: { readonly overrides: Overrides }) {
  const { say, pick } = useSpeech();
  if (counts.length === 0) return <p className="muted">{say('overrides.none')}</p>;
  const heads = ['overrides.condition', 'overrides.individual', 'overrides.disaster', 'overrides.half'] as const;
  return (
    <PlainTable
      caption={say('overrides.counts')}
      heads={heads.map(head => say(head))}
      rows={counts.map(({ requirement, text, individual, disaster, half }) => [
        requirement,
        withoutPlaces(pick(text)),
        individual,
        disaster,
        half,
      ])}
    />
  );
}

/** Lines shown at first. */
const AT_FIRST = 20;

function Lines({ overrides: { overrides, untold, counts } }: { readonly overrides: Overrides }) {
  const { say, code, pick, language } = useSpeech();
  const today = useToday();
  const [shown, setShown] = useState(AT_FIRST);
  const texts = new Map(counts.map(({ requirement, text }) => [requirement, withoutPlaces(pick(text))]));
  return (
    <>
      <ul className="plain-list rules-cases">
        {overrides.slice(0, shown).map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: in the order of the answer, which does not change
          <li key={at}>
            <p className="row">
              <Link to={`/cases/${one.caseId}`} className="case-no">
                {one.no}
              </Link>
              <span>{texts.get(one.requirement)}</span>
              <span className="tag">{code('stage', one.stage)}</span>
              {one.ground === 'disaster' && <span className="tag">{say('overrides.disaster')}</span>}
              {!one.isWhole && <span className="tag">{say('overrides.half')}</span>}
              <span className="small muted">
                {one.version === null ? say('overrides.ownRules') : say('rules.versionName', { n: one.version })}
              </span>
            </p>
            {one.grants.map(grant => (
              <p key={grant.as} className="small">
                {shortDay(grant.on, language, today)} {code('waivesAs', grant.as)} {grant.by}
                {grant.reason && <q className="rules-reason">{grant.reason}</q>}
              </p>
            ))}
          </li>
        ))}
      </ul>
      {overrides.length > shown && <ShowMore onPress={() => setShown(shown + AT_FIRST)} />}
      {untold > 0 && <p className="muted">{say('overrides.untold', { n: untold })}</p>}
    </>
  );
}

/** Rules that were left as they are, each with why. */
function Kept({ overrides: { kept } }: { readonly overrides: Overrides }) {
  const { say, pick, language } = useSpeech();
  const today = useToday();
  if (kept.length === 0) return null;
  return (
    <>
      <h3>{say('overrides.kept')}</h3>
      <ul className="content-list">
        {kept.map(({ requirement, text, overrides, reason, by, at }) => (
          <li key={`${requirement} ${at}`}>
            {say('overrides.keptLine', { what: withoutPlaces(pick(text)), n: overrides })}{' '}
            <q className="rules-reason">{reason}</q>{' '}
            <span className="small muted">
              {shortDay(tokyoDayOf(at), language, today)} {by}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
