import type { Language } from '@kaerimichi/discharge';

export { ageWords } from '@kaerimichi/contracts';

const tokyo = 'Asia/Tokyo';
const locale = (language: Language) => (language === 'ja' ? 'ja-JP' : 'en-GB');
const at = (day: string) => new Date(`${day}T00:00:00Z`);

/** To make a format takes as long as to draw a card: it is made once for each language. */
function formatOf(options: Intl.DateTimeFormatOptions): (locales: string, date: Date) => string {
  const made = new Map<string, Intl.DateTimeFormat>();
  return (locales, date) => {
    const format = made.get(locales) ?? new Intl.DateTimeFormat(locales, options);
    made.set(locales, format);
    return format.format(date);
  };
}
const weekdayIn = formatOf({ weekday: 'short', timeZone: 'UTC' });
const longIn = formatOf({ dateStyle: 'long', timeZone: 'UTC' });
const eraIn = formatOf({ era: 'long', year: 'numeric', timeZone: 'UTC' });
const clockIn = formatOf({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: tokyo });
const dayIn = formatOf({ timeZone: tokyo });

const weekday = (day: string, language: Language) => weekdayIn(locale(language), at(day));

/** `11/22(日)` · `11/22 (Sun)`; with the year when it is not this one. */
export function shortDay(day: string, language: Language, today?: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const plain = `${Number(month)}/${Number(date)}`;
  const dated = today && today.slice(0, 4) !== year ? `${year}/${plain}` : plain;
  return language === 'ja' ? `${dated}(${weekday(day, language)})` : `${dated} (${weekday(day, language)})`;
}

/** `2026年11月22日(日)(令和8年)` · `22 November 2026 (Sun)`. */
export function longDay(day: string, language: Language): string {
  const date = at(day);
  const whole = longIn(locale(language), date);
  if (language === 'en') return `${whole} (${weekday(day, language)})`;
  return `${whole}(${weekday(day, language)})(${eraIn('ja-JP-u-ca-japanese', date)})`;
}

/** `14:05`, Japanese time wherever the browser is. */
export function clockTime(instant: string | number, language: Language): string {
  return clockIn(locale(language), new Date(instant));
}

/** The Japanese day of an instant. */
export function tokyoDayOf(instant: string | number): string {
  return dayIn('sv-SE', new Date(instant));
}

/** `11/22(日) 14:05`. */
export function dayAndTime(instant: string | number, language: Language, today?: string): string {
  return `${shortDay(tokyoDayOf(instant), language, today)} ${clockTime(instant, language)}`;
}
