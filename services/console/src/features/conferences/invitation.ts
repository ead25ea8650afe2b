/** What an invitation to a calendar says of a conference: which case by number, when, and where. Never who the child is. */
export type Invitation = {
  /** Of the conference: the same file twice is one event of the calendar. */
  readonly id: string;
  readonly no: string;
  readonly on: string;
  /** `HH:MM` in Tokyo; null: the whole day. */
  readonly at: string | null;
  readonly minutes: number;
  readonly place: string | null;
  /** 会議, in the language of the page. */
  readonly what: string;
  /** When the file is made: ISO. */
  readonly now: string;
};

/** Minutes without an agenda: what such a conference usually takes. */
export const USUAL_MINUTES = 60;

/** As RFC 5545 wants text: commas, semicolons, backslashes and line ends are escaped. */
const escaped = (text: string): string => text.replace(/[\\;,]/g, mark => `\\${mark}`).replace(/\r\n|\r|\n/g, '\\n');

const MOST_OCTETS = 75;
const octets = (text: string): number => new TextEncoder().encode(text).length;

/** Lines of more than 75 octets are folded, and never within a character. */
function folded(line: string): string {
  const lines: string[] = [];
  let current = '';
  for (const letter of line) {
    if (octets(current + letter) > MOST_OCTETS) {
      lines.push(current);
      current = ' ';
    }
    current += letter;
  }
  return [...lines, current].join('\r\n');
}

const plain = (instant: string): string => instant.replace(/[-:]|\.\d+/g, '');
/** Tokyo has no summer time: nine hours before, the whole year. */
const utcOf = (on: string, at: string): number => Date.parse(`${on}T${at}:00+09:00`);
const stamp = (time: number): string => plain(new Date(time).toISOString());
const nextDay = (on: string): string => new Date(Date.parse(`${on}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** An iCalendar file (RFC 5545) of one event. */
export function toCalendarFile({ id, no, on, at, minutes, place, what, now }: Invitation): string {
  const days = (day: string) => day.replaceAll('-', '');
  const when = at
    ? [`DTSTART:${stamp(utcOf(on, at))}`, `DTEND:${stamp(utcOf(on, at) + minutes * 60_000)}`]
    : [`DTSTART;VALUE=DATE:${days(on)}`, `DTEND;VALUE=DATE:${days(nextDay(on))}`];
  return [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Kaerimichi//Conference//JA', 'METHOD:PUBLISH', 'BEGIN:VEVENT'],
    `UID:${id}@kaerimichi`,
    `DTSTAMP:${plain(now)}`,
    ...when,
    `SUMMARY:${escaped(`${what} ${no}`)}`,
    ...(place ? [`LOCATION:${escaped(place)}`] : []),
    ...['CLASS:CONFIDENTIAL', 'END:VEVENT', 'END:VCALENDAR', ''],
  ]
    .map(folded)
    .join('\r\n');
}
