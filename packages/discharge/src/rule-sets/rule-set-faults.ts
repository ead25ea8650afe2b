import { columns } from '../columns.ts';
import { hoursWith } from '../handoff/answer-hours.ts';
import { stageMetas } from '../position.ts';
import { requirements } from '../requirements.ts';
import { isEscalated } from '../sla-days.ts';
import type { Words } from '../words.ts';
import { checkFaults } from './check-faults.ts';
import type { RuleSetContent } from './rule-set.ts';

/** What in a rule set names nothing, is nobody's choice, or does not go together: where, and by which rule. */
export type RuleSetFault = { readonly path: string; readonly message: Words };

const w = (ja: string, en: string): Words => ({ ja, en });
const noStage = w('この段階はありません。', 'There is no such stage.');
const noDays = w('終了した段階に日数はありません。', 'A closed case has no days to keep.');
const noColumn = w('ボードにこの列はありません。', 'The board has no such column.');
const noKind = w(
  '前や後の知らせがある予定・期限ではありません。',
  'Not a date that is reminded of or told one level up.',
);
const noRequirement = w('その条件はありません。', 'There is no such condition.');
const sameName = w(
  'ほかの段階と同じ名前です。どちらの段階か分からなくなるので使えません。',
  'Another stage has the same name: nobody could tell the two apart.',
);
const withoutStageDays = w(
  '段階の日数が一つも決まっていないので、その前後の知らせは決められません。',
  'No stage has days: there is nothing before or after which to tell.',
);
const beforeItBegins = w(
  '知らせる日が、段階に入る日より前になります。段階の日数より短くしてください。',
  'The reminder would come before the stage is entered. Fewer days than the stage has, please.',
);

const openedLater = w(
  '開くのを待つ時間は、返事を待つ時間より長くできません。',
  'Nobody waits longer for something to be opened than for its answer.',
);
const toldBefore = w(
  '上の人に知らせる時間は、返事を催促する時間より後にしてください。',
  'It is told one level up only after whoever answers was reminded.',
);

/** Why a condition stays on. */
const staysOn = {
  safety: w('安全のための条件です。外せません。', 'Asked for safety: it cannot be switched off.'),
  no: w(
    '法令や本人の権利、記録のための条件です。外せません。',
    'Asked by law, for the rights of the child or for the record: it cannot be switched off.',
  ),
  yes: w(
    '診療報酬の要件や安全にかかわる条件です。一人ひとりの例外としてだけ認められます。',
    'A fee or safety rests on it: it is passed over for one child at a time, as an exception.',
  ),
} as const;

/** Why a condition cannot be switched off; null: the organisation may. */
export const whyOn = (id: string): Words | null => {
  const requirement = requirements.get(id);
  return !requirement || requirement.isChoice ? null : staysOn[requirement.waivable];
};

/** Every fault of a rule set, with its path: `off.2`, `stageDays.planning`. */
export function ruleSetFaults(content: RuleSetContent): RuleSetFault[] {
  return [
    ...names(content, 'labels', id => (stageMetas.has(id) ? null : noStage)),
    ...names(content, 'stageDays', id => (id === 'closed' ? noDays : stageMetas.has(id) ? null : noStage)),
    ...names(content, 'remindDays', id => (isEscalated(id) ? null : noKind)),
    ...names(content, 'escalateDays', id => (isEscalated(id) ? null : noKind)),
    ...names(content, 'limits', id => (columns.some(column => column.id === id && id !== 'closed') ? null : noColumn)),
    ...(content.off ?? []).flatMap((id, at) => {
      const message = requirements.has(id) ? whyOn(id) : noRequirement;
      return message ? [{ path: `off.${at}`, message }] : [];
    }),
    ...sameNames(content),
    ...stageTimers(content),
    ...hourFaults(content),
    ...checkFaults(content),
  ];
}

type Named = 'labels' | 'stageDays' | 'remindDays' | 'escalateDays' | 'limits';

const names = (content: RuleSetContent, part: Named, faultOf: (id: string) => Words | null): RuleSetFault[] =>
  Object.keys(content[part] ?? {}).flatMap(id => {
    const message = faultOf(id);
    return message ? [{ path: `${part}.${id}`, message }] : [];
  });

/** Two stages of one name, also where one keeps the program's. */
function sameNames({ labels = {} }: RuleSetContent): RuleSetFault[] {
  return (['ja', 'en'] as const).flatMap(language => {
    const all = [...stageMetas].map(([id, { label }]) => ({ id, name: labels[id]?.[language] ?? label[language] }));
    return Object.keys(labels).flatMap(id =>
      all.some(other => other.id !== id && other.name === labels[id]?.[language])
        ? [{ path: `labels.${id}.${language}`, message: sameName }]
        : [],
    );
  });
}

/** An answer is reminded of before it is told one level up, and whoever has not opened it before all. */
function hourFaults({ answerHours: said }: RuleSetContent): RuleSetFault[] {
  const { unopened, unanswered, escalated } = hoursWith(said);
  return [
    ...(unopened > unanswered ? [{ path: 'answerHours.unopened', message: openedLater }] : []),
    ...(escalated <= unanswered ? [{ path: 'answerHours.escalated', message: toldBefore }] : []),
  ];
}

function stageTimers({ stageDays = {}, remindDays = {}, escalateDays = {} }: RuleSetContent): RuleSetFault[] {
  const days = Object.values(stageDays);
  if (days.length === 0)
    return [
      ...(remindDays.stage === undefined ? [] : [{ path: 'remindDays.stage', message: withoutStageDays }]),
      ...(escalateDays.stage === undefined ? [] : [{ path: 'escalateDays.stage', message: withoutStageDays }]),
    ];
  return remindDays.stage !== undefined && remindDays.stage >= Math.min(...days)
    ? [{ path: 'remindDays.stage', message: beforeItBegins }]
    : [];
}
