const DAY_MINUTES = 24 * 60;

const colonPattern = /^(\d{1,2}):(\d{2})$/;
/** As it is typed without looking: 930, 1330. */
const barePattern = /^(\d{1,2})(\d{2})$/;
const saidPattern = /^(\d{1,2})時(?:(半)|(\d{1,2})分?)?$/;
const halfPattern = /^(午前|午後|am|pm|a\.m\.|p\.m\.)/;
const westernPattern = /(am|pm|a\.m\.|p\.m\.)$/;

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/**
 * A time of day as people write it, to `HH:MM`; null when it is none. Reads 13:30, 1330, 930, 13時半, 午後1時半, 午前9時,
 * 正午, 1:30 pm, in full width too.
 */
export function parseTime(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s]/g, '')
    .replace(/[:.](?=\d{2}$)/, ':');
  if (plain === '正午') return '12:00';
  const half = halfPattern.exec(plain)?.[1] ?? westernPattern.exec(plain)?.[1];
  const rest = plain
    .replace(halfPattern, '')
    .replace(westernPattern, '')
    .replace(/\.(?=\d{2}$)/, ':');
  const found = colonPattern.exec(rest) ?? barePattern.exec(rest) ?? saidPattern.exec(rest) ?? hourOnly(rest, half);
  if (!found) return null;
  const [, hour = '', second, third] = found;
  const minute = second === '半' ? 30 : Number(second ?? third ?? 0);
  return toTime(Number(hour), minute, half);
}

/** `1 pm`: without a half of the day a bare 9 says no time. */
const hourOnly = (text: string, half: string | undefined) => (half ? /^(\d{1,2})$/.exec(text) : null);

function toTime(hour: number, minute: number, half: string | undefined): string | null {
  if (minute > 59) return null;
  if (!half) return hour > 23 ? null : clock(hour * 60 + minute);
  // 午前12時 is noon by law and midnight by the clock: nobody knows which is meant.
  if (hour > 12 || (hour === 12 && half === '午前')) return null;
  const isAfternoon = half === '午後' || half.startsWith('p');
  return clock((hour % 12) * 60 + (isAfternoon ? 12 * 60 : 0) + minute);
}

/** A time `HH:MM` some minutes later, around midnight; at the next whole step where it stands between two. */
export function stepTime(time: string, step: number): string {
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const size = Math.abs(step);
  const next = step > 0 ? Math.floor(minutes / size) * size + size : Math.ceil(minutes / size) * size - size;
  return clock((next + DAY_MINUTES) % DAY_MINUTES);
}
