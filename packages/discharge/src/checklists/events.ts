import { z } from 'zod';
import { type CaseEvent, defineFact, type Objection, stampOf } from '../event.ts';
import type { CaseFacts } from '../facts.ts';
import { type Fault, repeatedIn } from '../faults.ts';
import { day, itemId } from '../vocabulary.ts';
import { checkStates } from './check-states.ts';
import { categoryOfCheck, categoryOfTemplate, checksOf } from './checklist.ts';
import { chosenHouseCheck, houseChecksOf, isHouseCheck, keptHouseChecks } from './house-checks.ts';
import { checkSections, templateIds, templateRelease } from './templates.ts';

/** Facts are written whole with every event: so many items beside those of the templates. */
const MOST_OWN = 12;

const owned = { owner: itemId.optional(), dueOn: day.optional() };
type Owned = { readonly owner?: string | undefined; readonly dueOn?: string | undefined };
const ownedBy = ({ owner, dueOn }: Owned) => ({ ...(owner ? { owner } : {}), ...(dueOn ? { dueOn } : {}) });

const checklistChosen = defineFact('checklist.chosen', {
  label: { ja: 'チェックのひな型を選ぶ', en: 'Choose checklists' },
  reading: 'ちぇっく の ひながた を えらぶ',
  told: { ja: 'チェックのひな型を選んだ', en: 'Checklists chosen' },
  category: 'plan',
  // Which template was chosen tells which care a child needs.
  apart: ({ templates }) => {
    const isOfNeed = Array.isArray(templates) && templates.some(id => categoryOfTemplate(String(id)) !== 'plan');
    return isOfNeed ? { templates: 'clinical', house: 'clinical' } : {};
  },
  body: {
    templates: z.array(z.enum(templateIds)).min(1).max(templateIds.length),
    release: z.int().positive(),
    // What the rule set of the lead asks for beside the program's own.
    house: z.array(chosenHouseCheck).optional(),
    ...owned,
  },
  faults: sent => repeatedIn(sent, 'templates'),
  filledIn: ['release', 'house'],
  complete: (facts, { body }) => {
    const house = houseChecksOf(facts.rules, body.templates);
    return { ...body, release: templateRelease, ...(house.length > 0 ? { house } : {}) };
  },
  record: (facts, event) => {
    const { templates, release, house = [] } = event.body;
    const { on } = stampOf(facts, event);
    const before = facts.checklists ?? [];
    const chosen = templates.map(id => {
      const { house: earlier, ...known } = before.find(other => other.id === id) ?? { house: undefined };
      const asked = house.filter(one => one.templates.includes(id)).map(({ templates: _all, ...one }) => one);
      return { ...known, id, release, on, ...keptHouseChecks(facts, earlier, asked), ...ownedBy(event.body) };
    });
    const kept = before.map(other => chosen.find(({ id }) => id === other.id) ?? other);
    return { ...facts, checklists: [...kept, ...chosen.filter(({ id }) => !before.some(other => other.id === id))] };
  },
});

const check = z.strictObject({ id: itemId, section: z.enum(checkSections), ...owned });

const ofHouse = {
  ja: 'この番号は、組織のルールで加えた項目に使います。',
  en: 'Ids of this kind are those of items that a rule set adds.',
};

function houseIdsIn({ checks }: Readonly<Record<string, unknown>>): Fault[] {
  const rows: readonly unknown[] = Array.isArray(checks) ? checks : [];
  return rows.flatMap((row, at) =>
    typeof row === 'object' && row !== null && 'id' in row && isHouseCheck(String(row.id))
      ? [{ path: ['checks', at, 'id'], text: ofHouse }]
      : [],
  );
}

const checklistItemsAdded = defineFact('checklist.itemsAdded', {
  label: { ja: 'チェックの項目を加える', en: 'Add checklist items' },
  reading: 'ちぇっく の こうもく を くわえる',
  told: { ja: 'チェックの項目を加えた', en: 'Checklist items added' },
  category: 'plan',
  body: { checks: z.array(check).min(1).max(5) },
  faults: houseIdsIn,
  rowTexts: { checks: { what: { label: { ja: '内容', en: 'What' }, required: true, maxLength: 200 } } },
  objection: (facts, { body }) => {
    const known = checksOf(facts);
    const again = body.checks.find(({ id }) => known.some(other => other.id === id));
    if (again)
      return {
        code: 'item.exists',
        text: { ja: `「${again.id}」はすでに記録されています。`, en: `“${again.id}” is already recorded.` },
      };
    const own = known.filter(({ templates }) => templates.length === 0).length;
    return own + body.checks.length <= MOST_OWN
      ? null
      : {
          code: 'check.tooMany',
          text: {
            ja: `ひとりの子について加えられるのは${MOST_OWN}項目までです。`,
            en: `At most ${MOST_OWN} items can be added for one child.`,
          },
        };
  },
  record: (facts, event) => {
    const { on, seq } = stampOf(facts, event);
    const added = new Map(
      event.body.checks.map(({ id, section, ...more }) => [id, { id, section, on, seq, ...ownedBy(more) }]),
    );
    return { ...facts, checklistItems: [...(facts.checklistItems ?? []), ...added.values()] };
  },
});

type Setting = { readonly checkId: string; readonly state: (typeof checkStates)[number] };

function settingObjection(facts: CaseFacts, { body, by, said }: CaseEvent<Setting>): Objection | null {
  const item = checksOf(facts).find(({ id }) => id === body.checkId);
  if (!item)
    return {
      code: 'check.unknown',
      text: { ja: 'その項目はチェックにありません。', en: 'No such item is on the checklists.' },
    };
  if (by.org !== facts.lead && item.owner !== by.membership)
    return {
      code: 'check.notYours',
      text: {
        ja: '主担当の組織か、この項目の担当だけが変えられます。',
        en: 'Only the lead or the owner of the item can change it.',
      },
    };
  // What was said is known while it is decided, and not when it is decided again.
  return body.state === 'notApplicable' && said && !said.includes('reason')
    ? { code: 'check.reason', text: { ja: '対象外にする理由を書いてください。', en: 'Say why it does not apply.' } }
    : null;
}

const checklistItemSet = defineFact('checklist.itemSet', {
  label: { ja: 'チェックの項目を更新する', en: 'Update a checklist item' },
  reading: 'ちぇっく の こうもく を こうしん する',
  told: { ja: 'チェックの項目を更新した', en: 'Checklist item updated' },
  category: 'plan',
  apart: ({ checkId }) => {
    const category = categoryOfCheck(String(checkId));
    return category === 'plan' ? {} : { checkId: category, evidence: category, reason: category };
  },
  body: { checkId: itemId, state: z.enum(checkStates), ...owned },
  texts: {
    evidence: { label: { ja: '根拠', en: 'Evidence' }, maxLength: 500 },
    reason: { label: { ja: '対象外の理由', en: 'Why it does not apply' }, maxLength: 500 },
  },
  objection: settingObjection,
  record: (facts, event) => {
    const { checkId: id, state } = event.body;
    const { on, seq: setSeq } = stampOf(facts, event);
    const before = facts.checklistItems ?? [];
    const set = { ...before.find(other => other.id === id), id, state, on, setSeq, ...ownedBy(event.body) };
    return { ...facts, checklistItems: [...before.filter(other => other.id !== id), set] };
  },
});

export const checklistEvents = [checklistChosen, checklistItemsAdded, checklistItemSet] as const;
