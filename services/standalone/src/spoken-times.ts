import type { Day, Words } from '@kaerimichi/discharge';

/** An instant as it is read on a clock in Japan: `12月8日 9:00` · `8 December, 9:00 Japan time`. */
export function spokenInstant(at: string): Words {
  const parts = { month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit', hourCycle: 'h23' } as const;
  const zoned = { ...parts, timeZone: 'Asia/Tokyo' };
  const said = (locale: string) =>
    Object.fromEntries(
      new Intl.DateTimeFormat(locale, zoned).formatToParts(new Date(at)).map(({ type, value }) => [type, value]),
    );
  const { month, day, hour, minute } = said('en-GB');
  const time = `${Number(hour)}:${minute}`;
  return { ja: `${said('ja-JP').month}月${day}日 ${time}`, en: `${day} ${month}, ${time} Japan time` };
}

/** `2026年12月8日` · `8 December 2026`. */
export function spokenDay(on: Day): Words {
  const said = (locale: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${on}T00:00:00Z`));
  return { ja: said('ja-JP'), en: said('en-GB') };
}
