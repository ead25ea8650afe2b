import { houseCheckId, isForEveryChild, isTemplateCheck } from '../checklists/house-checks.ts';
import { checklistTemplates, type TemplateId, templateChecks, templateIds } from '../checklists/templates.ts';
import { requirements } from '../requirements.ts';
import type { Words } from '../words.ts';
import type { RuleSetContent } from './rule-set.ts';
import type { RuleSetFault } from './rule-set-faults.ts';

type Checks = NonNullable<RuleSetContent['checks']>;
type Added = NonNullable<Checks['added']>[number];

const w = (ja: string, en: string): Words => ({ ja, en });
const noTemplate = w('このひな型はありません。', 'There is no such template.');
const noItem = w('このひな型に、その項目はありません。', 'The template asks for no such thing.');
const noThing = w('その項目はありません。', 'There is no such thing to check.');
const noPlace = w('どのひな型に入れるかを選んでください。', 'Choose a template that asks for it.');
const noId = w('項目の番号が正しくありません。', 'Not an id of an item that a rule set adds.');
const wrongId = w(
  '「すべてのお子さん」の項目かどうかと、項目の番号が合っていません。だれに見えるかが番号で決まるので、新しい項目として加えてください。',
  'The id does not go with whether every child is asked: who reads of it is told by the id. Add it as a new item.',
);
const twice = w('同じ番号の項目が二つあります。', 'Two items have one id.');
const sameWords = w(
  'ほかの項目と同じ文です。どちらを済ませたか分からなくなるので使えません。',
  'Another item has the same words: nobody could tell which of the two was done.',
);
const isEmpty = w(
  'このひな型に項目が一つもなくなります。一つは残してください。',
  'The template would ask for nothing at all. Leave one item.',
);
const isCondition = w(
  '段階を進める条件(◎)になっている項目です。条件を求めるかぎり、ひな型から外せません。',
  'It is a condition of a move (◎): as long as the condition is asked, the item stays.',
);
const hasOwnWords = w(
  '段階を進める条件(◎)の項目です。条件の文はどの組織でも同じなので、言いかえられません。',
  'It is a condition of a move (◎), whose words are the same for every organisation: it cannot be renamed.',
);

/** The condition of a move that a thing of the program is; null: none. */
export const requirementOf = (id: string): string | null => {
  if (!isTemplateCheck(id)) return null;
  const check = templateChecks[id];
  return 'requirement' in check ? check.requirement : null;
};

/** Why an item cannot be left out of templates, where these conditions are not asked; null: the organisation may. */
export function whyAsked(id: string, off: readonly string[]): Words | null {
  const requirement = requirementOf(id);
  return requirement !== null && requirements.has(requirement) && !off.includes(requirement) ? isCondition : null;
}

const isTemplate = (id: string): id is TemplateId => templateIds.some(template => template === id);

/** What in the checklists of a rule set names nothing, may not be left out or called otherwise, or does not go together. */
export function checkFaults({ checks = {}, off = [] }: RuleSetContent): RuleSetFault[] {
  return [
    ...(checks.added ?? []).flatMap((added, at) => addedFaults(added, at, checks)),
    ...Object.entries(checks.without ?? {}).flatMap(([template, ids]) => withoutFaults(template, ids, off)),
    ...emptied(checks),
    ...Object.keys(checks.renamed ?? {}).flatMap(id => renamedFaults(id)),
    ...sameNames(checks),
  ];
}

function addedFaults({ id, templates }: Added, at: number, { added = [] }: Checks): RuleSetFault[] {
  const fault = (part: string, message: Words) => ({ path: `checks.added.${at}.${part}`, message });
  const unknown = templates.flatMap((template, nth) =>
    isTemplate(template) ? [] : [fault(`templates.${nth}`, noTemplate)],
  );
  return [
    ...(templates.length === 0 ? [fault('templates', noPlace)] : unknown),
    ...(houseCheckId.test(id) ? [] : [fault('id', noId)]),
    ...(houseCheckId.test(id) && isForEveryChild(id) !== templates.includes('everyChild')
      ? [fault('id', wrongId)]
      : []),
    ...(added.findIndex(other => other.id === id) < at ? [fault('id', twice)] : []),
  ];
}

function withoutFaults(template: string, ids: readonly string[], off: readonly string[]): RuleSetFault[] {
  const path = `checks.without.${template}`;
  if (!isTemplate(template)) return [{ path, message: noTemplate }];
  return ids.flatMap((id, at) => {
    const message = checklistTemplates[template].some(asked => asked.id === id) ? whyAsked(id, off) : noItem;
    return message ? [{ path: `${path}.${at}`, message }] : [];
  });
}

/** Templates of which nothing would be left. */
function emptied({ added = [], without = {} }: Checks): RuleSetFault[] {
  return templateIds.flatMap(template => {
    const left = checklistTemplates[template].some(({ id }) => !without[template]?.includes(id));
    const has = left || added.some(({ templates }) => templates.includes(template));
    return has ? [] : [{ path: `checks.without.${template}`, message: isEmpty }];
  });
}

function renamedFaults(id: string): RuleSetFault[] {
  const message = !isTemplateCheck(id) ? noThing : requirementOf(id) ? hasOwnWords : null;
  return message ? [{ path: `checks.renamed.${id}`, message }] : [];
}

/** Two things of one name, also where one keeps the program's. */
function sameNames({ added = [], renamed = {} }: Checks): RuleSetFault[] {
  const own = Object.entries(templateChecks).map(([id, { words }]) => ({ id, words: renamed[id] ?? words }));
  const all = [...own, ...added];
  const said = [
    ...Object.entries(renamed).map(([id, words]) => ({ id, words, path: `checks.renamed.${id}` })),
    ...added.map(({ id, words }, at) => ({ id, words, path: `checks.added.${at}.words` })),
  ];
  return said.flatMap(({ id, words, path }) =>
    (['ja', 'en'] as const).flatMap(language =>
      all.some(other => other.id !== id && other.words[language] === words[language])
        ? [{ path: `${path}.${language}`, message: sameWords }]
        : [],
    ),
  );
}
