import { bestCellOf, type CaseFacts, standsAlone } from '@kaerimichi/discharge';
import { childsName } from '../child.ts';
import { cell, codeOf, longDay, MADE_ON, originOf, rows, shortDay, table, told } from '../form.ts';
import type { Entry, Known } from '../known.ts';
import type { Line, Paper, Table } from '../paper.ts';
import { type Template, titleOf } from './template.ts';

/** As many learners as an A4 sheet has columns for. */
const MOST_LEARNERS = 4;
/** So many entries of the past; the rest is room to write in at the bedside. */
const LATEST = 6;

const levels = ['0 未', '1 見学', '2 いっしょに', '3 見守り', '4 ひとりで'];

/** 手技チェック表: for the bedside, with what is recorded and room for what is seen next. */
export const skillCheck: Template = {
  id: 'skillCheck',
  title: titleOf('skillCheck'),
  about: {
    ja: '手技の進みと、くり返すこと。ベッドのそばで書きこめます',
    en: 'How far each skill is and what to repeat, with room to write at the bedside',
  },
  needs: ['skills'],
  madeBy: 'lead',
  approvedBy: 'lead',
  forFamily: true,
  compose,
};

function compose(known: Known): Paper {
  return {
    form: null,
    title: skillCheck.title.ja,
    size: 'A4',
    addressee: null,
    blocks: [
      rows(null, [cell('お名前', 'contacts', childsName(known)), cell(MADE_ON, 'plan', told(longDay(known.on)))]),
      matrix(known),
      seen(known),
      drills(known),
      { kind: 'remark', text: `段階:${levels.join('、')}。「ひとりで」は、2人目の看護師か別の日の確認で数えます。` },
    ],
  };
}

const unique = (values: readonly string[]): string[] => [...new Set(values)];

/** Procedures of the plan and whatever else is practised, by learner: the level and its day, and whether it counts. */
function matrix(known: Known): Table {
  const { skills = [], plan } = known.facts;
  const procedures = unique([
    ...(plan?.procedures ?? []).map(({ procedure }) => procedure),
    ...skills.map(({ procedure }) => procedure),
  ]);
  const learners = unique(skills.map(({ caregiver }) => caregiver)).slice(0, MOST_LEARNERS);
  const columns = learners.length > 0 ? learners : [''];
  return table({
    title: '手技の進み',
    head: ['手技', ...columns.map(learner => (learner ? codeOf(learner) : ''))],
    widths: [1.6, ...columns.map(() => 1.4)],
    rows: procedures.map((procedure): Line[] => [
      [codeOf(procedure)],
      ...columns.map((learner): Line => [levelOf(known, skills, { procedure, learner })]),
    ]),
    from: known.entries.filter(({ event }) => event.type === 'skill.assessed').map(originOf),
    isRecorded: skills.length > 0,
    space: 2,
    category: 'skills',
  });
}

type Skills = CaseFacts['skills'];
type SkillOf = { readonly procedure: string; readonly learner: string };

function levelOf(known: Known, skills: Skills, { procedure, learner }: SkillOf): string {
  const skill = bestCellOf(skills, { procedure, caregiver: learner }, known.on);
  if (!skill) return '';
  return `${levels[skill.level] ?? skill.level} ${shortDay(skill.on)}${standsAlone(skill, known.on) ? ' 確認済み' : ''}`;
}

/** What was seen last and what to repeat, then room for the next time. */
function seen(known: Known): Table {
  const all = known.entries.filter(({ event }) => event.type === 'skill.assessed').slice(-LATEST);
  return table({
    title: '確認の記録',
    head: ['日付', 'だれが', '手技', '段階', 'くり返すこと', '確認した人'],
    widths: [0.9, 0.8, 1.2, 0.9, 2.2, 1],
    rows: all.map(toLine(known)),
    from: all.map(originOf),
    space: 8,
    category: 'skills',
  });
}

const dayOf = ({ event: { on, occurredOn } }: Entry): string => shortDay(occurredOn ?? on);

const toLine =
  (known: Known) =>
  (entry: Entry): Line[] => {
    const { body, by } = entry.event;
    return [
      [dayOf(entry)],
      [codeOf(String(body.caregiver))],
      [codeOf(String(body.procedure))],
      [levels[Number(body.level)] ?? ''],
      [entry.texts.note ?? ''],
      [known.people[by.person] ?? ''],
    ];
  };

function drills(known: Known): Table {
  const all = known.entries.filter(({ event }) => event.type === 'drill.held');
  return table({
    title: '緊急時の訓練',
    head: ['日付', 'だれが', '場面', 'できたか'],
    widths: [0.9, 0.8, 1.6, 3],
    rows: all.map((entry): Line[] => [
      [dayOf(entry)],
      [codeOf(String(entry.event.body.caregiver))],
      [codeOf(String(entry.event.body.drill))],
      [
        [entry.event.body.withoutHelp ? '声かけなしでできた' : '声かけが要る', entry.texts.note]
          .filter(Boolean)
          .join(' '),
      ],
    ]),
    from: all.map(originOf),
    space: 2,
    category: 'skills',
  });
}
