import { addDays, restDay, weekdayOf } from '@kaerimichi/rules/calendar';
import type { CaseFacts } from './facts.ts';
import { firstVisit } from './stages/ready-for-discharge/requirements.ts';
import type { Day } from './vocabulary.ts';
import type { Words } from './words.ts';

const FRIDAY = 5;

const occasions = {
  friday: { ja: '金曜日', en: 'a Friday' },
  weekend: { ja: '週末', en: 'a weekend' },
  holiday: { ja: '祝日', en: 'a holiday' },
  yearEnd: { ja: '年末年始(12/29〜1/3)', en: 'the turn of the year (12/29 to 1/3)' },
};

/** Moves that settle the day of discharge or carry it out. */
const aboutTheDay: readonly string[] = ['preparation.closed', 'discharge.done'];

/** Warned, never blocked: a discharge before or on days when few can be reached, with what to look at. */
export function dischargeWarnings(event: string, facts: CaseFacts, on: Day): Words[] {
  if (!aboutTheDay.includes(event)) return [];
  const day = dayOfDischarge(facts, on);
  const occasion = restDay(day) ?? (weekdayOf(day) === FRIDAY ? 'friday' : null);
  if (!occasion) return [];
  const opens = nextOpen(day);
  const visit = firstVisit(facts)?.plannedOn;
  const { ja, en } = occasions[occasion];
  return [
    {
      ja: `${ja}の退院です(${said(day, 'ja')})。今夜連絡がつくところ(訪問看護・機器の業者・薬局)を確かめてください。役所が次に開くのは ${said(opens, 'ja')}、初回訪問は${visit ? ` ${said(visit, 'ja')} です` : 'まだ決まっていません'}。`,
      en: `Discharge on ${en} (${said(day, 'en')}): check who can be reached that night (station, vendor, pharmacy). Offices open next on ${said(opens, 'en')}; the first visit is ${visit ? `on ${said(visit, 'en')}` : 'not dated yet'}.`,
    },
  ];
}

/** The day that is planned, unless it is past: then it is today. */
function dayOfDischarge({ dischargeDay, round }: CaseFacts, on: Day): Day {
  return dischargeDay?.round === round && dischargeDay.day > on ? dischargeDay.day : on;
}

function nextOpen(after: Day): Day {
  let day = addDays(after, 1);
  while (restDay(day)) day = addDays(day, 1);
  return day;
}

const weekdays = { ja: '日月火水木金土', en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] };

/** `1/4(月)`, `Mon 1/4`. */
function said(day: Day, language: 'ja' | 'en'): string {
  const date = `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`;
  const weekday = weekdays[language][weekdayOf(day)];
  return language === 'ja' ? `${date}(${weekday})` : `${weekday} ${date}`;
}
