import type { PreviewedCase, RuleSetPreview } from '@kaerimichi/contracts';
import { useState } from 'react';
import { Link } from 'react-router';
import { useToday } from '../../app/workplace.tsx';
import { ShowMore } from '../../parts/show-more.tsx';
import { shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';

/** Cases shown at first: who reads more of them asks for them. */
const AT_FIRST = 20;

/** What a rule set would change in the cases that are under way. */
export function RulesPreview({ preview }: { readonly preview: RuleSetPreview }) {
  const { say, pick } = useSpeech();
  const [shown, setShown] = useState(AT_FIRST);
  const { counts, live, overLimit, cases } = preview;
  return (
    <>
      <p>{say('rules.touched', { live, n: counts.touched })}</p>
      <ul className="content-list">
        <li>{say('rules.stuckCount', { n: counts.stuck })}</li>
        <li>{say('rules.lateCount', { n: counts.late })}</li>
        <li>{say('rules.freedCount', { n: counts.freed })}</li>
        <li>{say('rules.dateCount', { n: counts.dates })}</li>
        <li>{say('rules.checkCount', { n: counts.checks })}</li>
        {overLimit.map(({ column, label, cases: n, limit }) => (
          <li key={column}>{say('rules.overLimit', { column: pick(label), n, limit })}</li>
        ))}
      </ul>
      {counts.touched > 0 && cases.length === 0 && <p className="muted">{say('rules.unnamed')}</p>}
      <ul className="plain-list rules-cases">
        {cases.slice(0, shown).map(one => (
          <li key={one.id}>
            <OneCase one={one} />
          </li>
        ))}
      </ul>
      {cases.length > shown && <ShowMore onPress={() => setShown(shown + AT_FIRST)} />}
      {counts.touched > cases.length && cases.length > 0 && (
        <p className="muted">{say('rules.more', { n: counts.touched - cases.length })}</p>
      )}
    </>
  );
}

function OneCase({ one }: { readonly one: PreviewedCase }) {
  const { say, code, pick } = useSpeech();
  const list = (items: readonly string[]) => items.join(say('common.listMark'));
  const lines = [
    ['rules.closes', one.closes.map(({ label }) => pick(label))],
    ['rules.unmet', one.unmet.map(({ text }) => pick(text))],
    ['rules.opens', one.opens.map(({ label }) => pick(label))],
    ['rules.settled', one.settled.map(({ text }) => pick(text))],
    ['rules.offered', one.offered.map(pick)],
    ['rules.gone', one.gone.map(pick)],
  ] as const;
  return (
    <>
      <p className="row">
        <Link to={`/cases/${one.id}`}>
          <span className="case-no">{one.no}</span> {one.name}
        </Link>
        <span className="tag">{code('stage', one.stage)}</span>
        {one.isLate && <span className="tag tag-alert">{say('rules.late')}</span>}
      </p>
      {lines.map(([key, items]) => items.length > 0 && <p key={key}>{say(key, { what: list(items) })}</p>)}
      <ul className="content-list">
        {one.dates.map((date, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: in the order of the answer, which does not change
          <li key={at}>
            <DateChange {...date} />
          </li>
        ))}
      </ul>
    </>
  );
}

function DateChange({ label, before, after }: PreviewedCase['dates'][number]) {
  const { say, pick, language } = useSpeech();
  const today = useToday();
  const said = (day: string | null) => (day === null ? say('rules.noDay') : shortDay(day, language, today));
  return <>{say('rules.dateMoves', { what: pick(label), before: said(before), after: said(after) })}</>;
}
