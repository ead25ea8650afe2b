import type { Language } from '@kaerimichi/discharge';

export { ageWords } from '@kaerimichi/contracts';

const tokyo = 'Asia/Tokyo';
const locale = (language: Language) => (language === 'ja' ? 'ja-JP' : 'en-GB');
const at = (day: string) => new Date(`${day}T00:00:00Z`);
const weekday = (day: string, language: Language) =>
  new Intl.DateTimeFormat(locale(language), { weekday: 'short', timeZone: 'UTC' }).format(at(day));

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
  const whole = new Intl.DateTimeFormat(locale(language), { dateStyle: 'long', timeZone: 'UTC' }).format(date);
  if (language === 'en') return `${whole} (${weekday(day, language)})`;
  const era = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { era: 'long', year: 'numeric', timeZone: 'UTC' });
  return `${whole}(${weekday(day, language)})(${era.format(date)})`;
}

/** `14:05`, Japanese time wherever the browser is. */
export function clockTime(instant: string | number, language: Language): string {
  return new Intl.DateTimeFormat(locale(language), {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: tokyo,
  }).format(new Date(instant));
}

/** The Japanese day of an instant. */
export function tokyoDayOf(instant: string | number): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: tokyo }).format(new Date(instant));
}

/** `11/22(日) 14:05`. */
export function dayAndTime(instant: string, language: Language, today?: string): string {
  return `${shortDay(tokyoDayOf(instant), language, today)} ${clockTime(instant, language)}`;
}
