import type { Words } from '@kaerimichi/discharge';
import { type ReactNode, useEffect, useRef } from 'react';
import { CheckGroup, ChoiceField } from '../../parts/choice-fields.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { PlainTable } from '../admin/add-form.tsx';
import { ChecksFold } from './checks-form.tsx';
import { Cell, type Led, type RulesFormProps } from './rules-cell.tsx';
import type { NumberPart } from './rules-input.ts';
import { withoutPlaces } from './without-places.ts';

/** Everything that a rule set may say, with the program's own value where it is silent. */
export function RulesForm(props: RulesFormProps) {
  const { say } = useSpeech();
  const ledTo = (part: Led['to']) => (props.led?.to === part ? props.led.times : 0);
  return (
    <div className="stack">
      <Fold title={say('rules.stages')} isOpen>
        <p className="muted">{say('rules.stagesHint')}</p>
        <StageTable {...props} />
      </Fold>
      <Fold title={say('rules.dates')}>
        <p className="muted">{say('rules.datesHint')}</p>
        <DateTable {...props} />
        <HourTable {...props} />
      </Fold>
      <Fold title={say('rules.requirements')} led={ledTo('requirements')}>
        <Requirements {...props} />
      </Fold>
      <Fold title={say('rules.exceptions')} led={ledTo('exceptions')}>
        <Exceptions {...props} />
      </Fold>
      <Fold title={say('rules.checks')}>
        <p className="muted">{say('rules.checksHint')}</p>
        <ChecksFold {...props} />
      </Fold>
      <Fold title={say('rules.limits')}>
        <p className="muted">{say('rules.limitsHint')}</p>
        <LimitTable {...props} />
      </Fold>
    </div>
  );
}

type FoldProps = { title: string; isOpen?: boolean; led?: number; children: ReactNode };

/** A part that opens; whoever is led to it finds it open and stands at its heading. */
function Fold({ title, isOpen = false, led = 0, children }: FoldProps) {
  const heading = useRef<HTMLElement>(null);
  useEffect(() => {
    const fold = heading.current?.parentElement;
    if (led === 0 || !(fold instanceof HTMLDetailsElement)) return;
    fold.open = true;
    heading.current?.focus();
    fold.scrollIntoView({ block: 'start' });
  }, [led]);
  return (
    <details className="panel rules-fold" open={isOpen}>
      <summary ref={heading}>{title}</summary>
      <div className="stack">{children}</div>
    </details>
  );
}

function useCells({ input, onChange, faultAt }: RulesFormProps) {
  return {
    number: (part: NumberPart, id: string, { label, own }: { label: string; own?: number | undefined }) => (
      <Cell
        label={label}
        own={own}
        value={input[part][id]}
        error={faultAt(`${part}.${id}`)}
        onChange={value => onChange({ ...input, [part]: { ...input[part], [id]: value } })}
      />
    ),
    name: (language: 'ja' | 'en', id: string, { label, own }: { label: string; own: Words }) => (
      <Cell
        isText
        label={label}
        own={own[language]}
        value={input[language][id]}
        error={faultAt(`labels.${id}.${language}`)}
        onChange={value => onChange({ ...input, [language]: { ...input[language], [id]: value } })}
      />
    ),
  };
}

function StageTable(props: RulesFormProps) {
  const { say, pick } = useSpeech();
  const { number, name } = useCells(props);
  const heads = [say('rules.stage'), say('rules.days'), say('rules.nameJa'), say('rules.nameEn')];
  const named = (stage: string, head: string | undefined) => say('rules.cell', { row: stage, column: head ?? '' });
  return (
    <PlainTable
      caption={say('rules.stages')}
      heads={heads}
      rows={props.own.stages.map(({ id, label, guideDays, hasDays }) => {
        const stage = pick(label);
        const own = guideDays ?? undefined;
        return [
          id,
          stage,
          hasDays ? number('stageDays', id, { label: named(stage, heads[1]), own }) : null,
          name('ja', id, { label: named(stage, heads[2]), own: label }),
          name('en', id, { label: named(stage, heads[3]), own: label }),
        ];
      })}
    />
  );
}

function DateTable(props: RulesFormProps) {
  const { say, pick } = useSpeech();
  const { number } = useCells(props);
  const heads = [say('rules.date'), say('rules.remind'), say('rules.escalate')];
  return (
    <PlainTable
      caption={say('rules.dates')}
      heads={heads}
      rows={props.own.dates.map(({ id, label, remindDays, escalateDays }) => {
        const named = (head: string | undefined) => say('rules.cell', { row: pick(label), column: head ?? '' });
        return [
          id,
          pick(label),
          number('remindDays', id, { label: named(heads[1]), own: remindDays }),
          number('escalateDays', id, { label: named(heads[2]), own: escalateDays }),
        ];
      })}
    />
  );
}

const answerSteps = ['unopened', 'unanswered', 'escalated'] as const;

/** Answers of others, by the hour. */
function HourTable(props: RulesFormProps) {
  const { say, code } = useSpeech();
  const { number } = useCells(props);
  const heads = [say('rules.answer'), say('rules.hours')];
  return (
    <PlainTable
      caption={say('rules.answers')}
      heads={heads}
      rows={answerSteps.map(id => {
        const label = say('rules.cell', { row: code('answerHours', id), column: heads[1] ?? '' });
        return [id, code('answerHours', id), number('answerHours', id, { label, own: props.own.answerHours[id] })];
      })}
    />
  );
}

function LimitTable(props: RulesFormProps) {
  const { say, pick } = useSpeech();
  const { number } = useCells(props);
  const heads = [say('rules.column'), say('rules.limit')];
  return (
    <PlainTable
      caption={say('rules.limits')}
      heads={heads}
      rows={props.own.columns.map(({ id, label }) => [
        id,
        pick(label),
        number('limits', id, { label: say('rules.cell', { row: pick(label), column: heads[1] ?? '' }) }),
      ])}
    />
  );
}

/** What an organisation may leave out, and what stays on, each with why. */
function Requirements({ own, input, onChange }: RulesFormProps) {
  const { say, pick } = useSpeech();
  const choices = own.requirements.filter(({ staysOn }) => staysOn === null);
  const fixed = own.requirements.filter(({ staysOn }) => staysOn !== null);
  return (
    <>
      <CheckGroup
        id="rules-asked"
        label={say('rules.asked')}
        hint={say('rules.askedHint')}
        options={choices.map(({ id, text }) => ({ value: id, label: withoutPlaces(pick(text)) }))}
        values={choices.flatMap(({ id }) => (input.off.includes(id) ? [] : [id]))}
        onChange={asked => onChange({ ...input, off: choices.map(({ id }) => id).filter(id => !asked.includes(id)) })}
      />
      <details>
        <summary>{say('rules.fixed', { n: fixed.length })}</summary>
        <ul className="content-list">
          {fixed.map(({ id, text, staysOn }) => (
            <li key={id}>
              {withoutPlaces(pick(text))}
              {staysOn && <span className="small muted"> {pick(staysOn)}</span>}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

const approvers = ['either', 'headNurse', 'doctor', 'both'] as const;

function Exceptions({ own, input, onChange, faultAt }: RulesFormProps) {
  const { say, code } = useSpeech();
  return (
    <>
      <ChoiceField
        id="rules-approvers"
        label={say('rules.approvers')}
        hint={say('rules.approversHint')}
        options={approvers.map(value => ({ value, label: code('approvers', value) }))}
        value={input.approvers || 'either'}
        onChange={value => onChange({ ...input, approvers: value === 'either' ? '' : value })}
      />
      <TextField
        label={say('rules.caregivers')}
        hint={say('rules.caregiversHint', { n: own.caregivers })}
        isShort
        error={faultAt('caregivers')}
        value={input.caregivers}
        onChange={caregivers => onChange({ ...input, caregivers })}
        input={{ inputMode: 'numeric', autoComplete: 'off', maxLength: 2 }}
      />
      <TextField
        label={say('rules.skillDays')}
        hint={say('rules.skillDaysHint', { n: own.skillDays })}
        isShort
        error={faultAt('skillDays')}
        value={input.skillDays}
        onChange={skillDays => onChange({ ...input, skillDays })}
        input={{ inputMode: 'numeric', autoComplete: 'off', maxLength: 4 }}
      />
    </>
  );
}
