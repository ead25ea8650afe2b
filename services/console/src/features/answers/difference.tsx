import type { CaseFee, WhatIf } from '@kaerimichi/contracts';
import { useToday, useWorkplace } from '../../app/workplace.tsx';
import { shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { refWords } from '../case/ref-words.ts';
import { metOf } from './fee-order.ts';

type Props = { readonly answer: WhatIf };
type Found = NonNullable<WhatIf['difference']>;

/** What would be otherwise, in sentences; or why it could not be recorded at all. */
export function Difference({ answer: { refused, difference, fees } }: Props) {
  const { say } = useSpeech();
  if (refused)
    return (
      <>
        <p>{say('whatIf.refused')}</p>
        <ul className="bulleted">
          {refused.reasons.map(({ code, text }) => (
            <li key={code}>{text}</li>
          ))}
        </ul>
      </>
    );
  if (!difference) return <p>{say('whatIf.nothing')}</p>;
  return (
    <div className="stack-tight what-if-answer">
      <Earliest plan={difference.plan} />
      <StageChange stage={difference.stage} />
      <Lines title={say('whatIf.settles')} lines={difference.settles.map(({ text }) => text)} />
      <Lines title={say('whatIf.unsettles')} lines={difference.unsettles.map(({ text }) => text)} />
      <Lines title={say('whatIf.opens')} lines={difference.opens.map(({ label }) => label)} />
      <Lines title={say('whatIf.closes')} lines={difference.closes.map(({ label }) => label)} />
      <DeadlineChanges rows={difference.deadlines} />
      <FeeChanges fees={fees ?? []} />
    </div>
  );
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <div>
      <h3 className="pane-title">{title}</h3>
      <ul className="bulleted">
        {[...new Set(lines)].map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

/** The earliest day of discharge before and after. */
function Earliest({ plan: { before, after } }: Pick<Found, 'plan'>) {
  const { say, language } = useSpeech();
  const today = useToday();
  const day = (on: string) => shortDay(on, language, today);
  if (!before && !after) return null;
  if (!before || !after) return <p>{say(after ? 'whatIf.nowAhead' : 'whatIf.noneAhead')}</p>;
  const isSame = before.earliestOn === after.earliestOn;
  return (
    <p>
      {isSame
        ? say('whatIf.sameEarliest', { day: day(after.earliestOn) })
        : say('whatIf.earliest', { before: day(before.earliestOn), after: day(after.earliestOn) })}
      {after.targetIs === 'planned' && after.slack < 0 && <> {say('outlook.late', { n: -after.slack })}</>}
    </p>
  );
}

function StageChange({ stage: { before, after } }: Pick<Found, 'stage'>) {
  const { say, pick } = useSpeech();
  const { pathway } = useWorkplace();
  if (before === after) return null;
  const name = (id: string) => {
    const stage = pathway.stages.find(other => other.id === id);
    return stage ? pick(stage.label) : id;
  };
  return <p>{say('whatIf.stage', { before: name(before), after: name(after) })}</p>;
}

/** Deadlines that come, go or move. */
function DeadlineChanges({ rows }: { readonly rows: Found['deadlines'] }) {
  const speech = useSpeech();
  const today = useToday();
  const { say, code, language } = speech;
  const lines = rows.map(({ kind, ref, before, after }) => {
    const what = `${code('dueKind', kind)}${refWords({ kind, ref }, speech)}`;
    const days = {
      before: before ? shortDay(before, language, today) : say('whatIf.noDay'),
      after: after ? shortDay(after, language, today) : say('whatIf.noDay'),
    };
    return say('whatIf.deadline', { what, ...days });
  });
  return <Lines title={say('whatIf.deadlines')} lines={lines} />;
}

/** Fees that would stand otherwise, or of which other conditions would be met. */
function FeeChanges({ fees }: { readonly fees: NonNullable<WhatIf['fees']> }) {
  const { say } = useSpeech();
  const stands = (status: string, done: number, all: number) =>
    say('whatIf.feeStands', { status: say(`fees.status.${status as CaseFee['status']}`), done, all });
  const lines = fees.flatMap(fee => {
    const { before, status, title, conditions } = fee;
    const met = metOf(fee);
    if (before?.status === status && before.met === met) return [];
    const now = before ? stands(before.status, before.met, conditions.length) : say('fees.notInForce');
    return [say('whatIf.fee', { what: title, before: now, after: stands(status, met, conditions.length) })];
  });
  return <Lines title={say('whatIf.fees')} lines={lines} />;
}
