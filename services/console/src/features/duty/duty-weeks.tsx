import { copyWeekBefore, postOn, weekOf, withPost } from '@kaerimichi/contracts';
import { addDays } from '@kaerimichi/discharge';
import { useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { PlainTable } from '../admin/add-form.tsx';
import type { DutyFieldsProps } from './duty-fields.tsx';
import { asEveryWeek, type DutyInput, withWeekly } from './duty-input.ts';

/** From Monday on, as a week is read. */
const weekdays = [1, 2, 3, 4, 5, 6, 0];

/** 毎週: who is on duty in the usual week. */
export function EveryWeek({ input, onChange }: DutyFieldsProps) {
  const { say, code } = useSpeech();
  const bandName = useBandName(input);
  return (
    <section className="panel stack">
      <h2>{say('duty.weekly')}</h2>
      <p className="muted small">{say('duty.weeklyHint')}</p>
      <PlainTable
        caption={say('duty.weekly')}
        heads={[
          say('duty.day'),
          ...input.bands.map(band => say('duty.head', { band: bandName(band), begins: band.begins, ends: band.ends })),
        ]}
        rows={weekdays.map(weekday => {
          const day = code('weekday', String(weekday));
          return [
            String(weekday),
            day,
            ...input.bands.map(band => (
              <PostChoice
                key={band.id}
                label={say('duty.cell', { day, band: bandName(band) })}
                input={input}
                value={input.weekly.find(cell => cell.weekday === weekday && cell.band === band.id)?.post ?? ''}
                onChange={post => onChange(withWeekly(input, { weekday, band: band.id, post }))}
              />
            )),
          ];
        })}
      />
    </section>
  );
}

/** この週だけ: single days that are otherwise, a week at a time. */
export function SingleWeek({ input, onChange, today }: DutyFieldsProps & { readonly today: string }) {
  const { say, language } = useSpeech();
  const bandName = useBandName(input);
  const [on, setOn] = useState(today);
  const days = weekOf(on);
  const isOtherwise = (day: string, band: string) =>
    input.exceptions.some(cell => cell.on === day && cell.band === band);
  return (
    <section className="panel stack">
      <h2>{say('duty.week')}</h2>
      <p className="row">
        <Button isSmall onClick={() => setOn(addDays(on, -7))}>
          {say('duty.weekBefore')}
        </Button>
        <strong aria-live="polite">{say('duty.weekOf', { from: shortDay(days[0] ?? on, language, today) })}</strong>
        <Button isSmall onClick={() => setOn(addDays(on, 7))}>
          {say('duty.weekAfter')}
        </Button>
        <Button isSmall onClick={() => onChange({ ...copyWeekBefore(input, on), version: input.version })}>
          {say('duty.copyWeek')}
        </Button>
        <Button isSmall onClick={() => onChange(asEveryWeek(input, on))}>
          {say('duty.asEveryWeek')}
        </Button>
      </p>
      <Gaps input={input} days={days.filter(day => day >= today)} today={today} />
      <PlainTable
        caption={say('duty.week')}
        heads={[
          say('duty.day'),
          ...input.bands.map(band => say('duty.head', { band: bandName(band), begins: band.begins, ends: band.ends })),
        ]}
        rows={days.map(day => {
          const named = shortDay(day, language, today);
          return [
            day,
            named,
            ...input.bands.map(band => (
              <div key={band.id} className="stack-tight">
                <PostChoice
                  label={say('duty.cell', { day: named, band: bandName(band) })}
                  input={input}
                  value={postOn(input, day, band.id)?.id ?? ''}
                  onChange={post => {
                    const cell = { on: day, band: band.id, post: post === '' ? null : post };
                    onChange({ ...withPost(input, cell), version: input.version });
                  }}
                />
                {isOtherwise(day, band.id) && <span className="small muted">{say('duty.otherwise')}</span>}
              </div>
            )),
          ];
        })}
      />
    </section>
  );
}

/** More are a figure: the table below shows them all. */
const MOST_GAPS = 6;

/** When nobody is on duty in the rest of a week, in words. */
function Gaps({ input, days, today }: { input: DutyInput; days: readonly string[]; today: string }) {
  const { say, language } = useSpeech();
  const bandName = useBandName(input);
  const gaps = days.flatMap(day =>
    input.bands
      .filter(({ id }) => postOn(input, day, id) === null)
      .map(band => say('duty.cell', { day: shortDay(day, language, today), band: bandName(band) })),
  );
  if (days.length === 0) return null;
  if (gaps.length === 0) return <p className="note-done">{say('duty.noGaps')}</p>;
  const listed = gaps.slice(0, MOST_GAPS).join(say('common.listMark'));
  const rest = gaps.length - MOST_GAPS;
  return (
    <p className="note-soon">
      {say('duty.gaps', { list: rest > 0 ? say('duty.gapsMore', { list: listed, n: rest }) : listed })}
    </p>
  );
}

type ChoiceProps = {
  readonly label: string;
  readonly input: DutyInput;
  readonly value: string;
  readonly onChange: (post: string) => void;
};

/** A cell of a week; its day and part of the day are its name. */
function PostChoice({ label, input, value, onChange }: ChoiceProps) {
  const { say } = useSpeech();
  return (
    <select className="input" aria-label={label} value={value} onChange={event => onChange(event.target.value)}>
      <option value="">{say('duty.nobody')}</option>
      {input.posts.map(({ id, name }) => (
        <option key={id} value={id}>
          {name || say('duty.unnamed')}
        </option>
      ))}
    </select>
  );
}

/** A part of the day by its name, or by its place while it has none. */
function useBandName({ bands }: DutyInput): (band: DutyInput['bands'][number]) => string {
  const { say } = useSpeech();
  return band => band.name || say('duty.unnamedBand', { n: bands.indexOf(band) + 1 });
}
