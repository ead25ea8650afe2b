import { addMonths } from '@kaerimichi/discharge';
import { useEffect, useRef, useState } from 'react';
import { longDay } from '../words/dates.ts';
import { useSpeech } from '../words/speech-context.tsx';
import { Button } from './button.tsx';
import { calendarStep, monthGrid } from './month-grid.ts';
import { Sheet } from './sheet.tsx';

type Props = {
  readonly day: string;
  readonly onChoose: (day: string) => void;
  readonly onClose: () => void;
};

/** A month as a grid of buttons; arrows move by day and week, Page Up and Down by month. */
export function CalendarSheet({ day, onChoose, onClose }: Props) {
  const { say, language } = useSpeech();
  const [focused, setFocused] = useState(day);
  const grid = useRef<HTMLTableElement>(null);
  // The focus follows the day that a key moved to; whoever presses 「次の月」 stays on that button.
  const follows = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each day that is reached
  useEffect(() => {
    if (follows.current) grid.current?.querySelector<HTMLButtonElement>('[tabindex="0"]')?.focus();
    follows.current = false;
  }, [focused]);
  const month = new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP-u-ca-japanese' : 'en-GB', {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
    ...(language === 'ja' ? { era: 'long' as const } : {}),
  }).format(new Date(`${focused}T00:00:00Z`));
  return (
    <Sheet title={say('form.calendar')} onClose={onClose}>
      <div className="calendar">
        <div className="row spread">
          <Button isSmall onClick={() => setFocused(addMonths(focused, -1))}>
            {say('form.previousMonth')}
          </Button>
          <strong aria-live="polite">
            {focused.slice(0, 4)} · {month}
          </strong>
          <Button isSmall onClick={() => setFocused(addMonths(focused, 1))}>
            {say('form.nextMonth')}
          </Button>
        </div>
        <table
          ref={grid}
          onKeyDown={event => {
            const next = calendarStep(focused, event.key);
            if (!next) return;
            event.preventDefault();
            follows.current = true;
            setFocused(next);
          }}
        >
          <thead>
            <tr>
              {monthGrid(focused)[0]?.map(date => (
                <th key={date} scope="col">
                  {weekdayName(date, language)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {monthGrid(focused).map(week => (
              <tr key={week[0]}>
                {week.map(date => (
                  <td key={date}>
                    <button
                      type="button"
                      className="calendar-day"
                      data-aside={date.slice(0, 7) !== focused.slice(0, 7) || undefined}
                      aria-current={date === day ? 'date' : undefined}
                      aria-label={longDay(date, language)}
                      tabIndex={date === focused ? 0 : -1}
                      onClick={() => onChoose(date)}
                    >
                      {Number(date.slice(8))}
                    </button>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Sheet>
  );
}

const weekdayName = (date: string, language: string) =>
  new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
