import { showCard, type Viewer } from '@kaerimichi/access';
import { systemActor } from '@kaerimichi/casework';
import { MOST_PREVIEWED, type PreviewedCase, type RuleSetPreview } from '@kaerimichi/contracts';
import {
  type CaseRules,
  categoryOfCheck,
  checkWordsIn,
  columns,
  type Day,
  deadlineKinds,
  type RuleSetContent,
  rulesOf,
  startOfTokyoDay,
  templateChecks,
  type Words,
} from '@kaerimichi/discharge';
import {
  columnOf,
  isTouched,
  positionOf,
  previewRules,
  type RuleEffect,
  requirements,
} from '@kaerimichi/discharge/chart';
import type { LedCase, Store } from '@kaerimichi/store';
import type { ApiPorts } from '../ports.ts';

type Wish = { readonly content: RuleSetContent; readonly on: Day };
type Previewed = { readonly caseId: string; readonly effect: RuleEffect };

/**
 * What a rule set would change in every live case that the viewer's organisation leads, on the first day on which it is in
 * force: the event with which they take it over is decided on a copy of each. Nothing is written. Cases are named as the
 * viewer reads them on a board; whoever administers without seeing children is told how many they are.
 */
export async function previewRuleSet(
  { store }: ApiPorts,
  viewer: Viewer,
  { content, on }: Wish,
): Promise<RuleSetPreview> {
  const [published, board] = await Promise.all([store.ruleSets.listPublished(viewer.org), store.board.of(viewer.org)]);
  const version = (published[0]?.version ?? 0) + 1;
  const rules = rulesOf(content, { lead: viewer.org, version });
  const wordsOf = checkWords(checkWordsIn([{ version, content }, ...published], version));
  const { touched, columns: standing } = await previewLed(store.ruleSets, rules, on);
  const cards = new Map(
    board.flatMap(({ card, access }) => {
      const seen = showCard(card, access, viewer, on);
      // What a need asks for tells of the need: only whom the card tells it is told that here.
      const isTold = (id: string) => categoryOfCheck(id) === 'plan' || seen?.needs !== undefined;
      return seen ? [[card.id, { no: seen.no, name: seen.name ?? null, isTold }] as const] : [];
    }),
  );
  const cases = touched.sort(byWeight).flatMap(({ caseId, effect }) => {
    const card = cards.get(caseId);
    if (!card) return [];
    const { isTold, ...named } = card;
    const told = (ids: readonly string[]) => ids.filter(isTold).map(wordsOf);
    return [shownCase({ id: caseId, ...named, offered: told(effect.offered), gone: told(effect.gone) }, effect)];
  });
  return {
    on,
    live: standing.length,
    counts: countsOf(touched),
    overLimit: overLimits(content, standing),
    cases: cases.slice(0, MOST_PREVIEWED),
  };
}

/** Cases read and judged together: what others send meanwhile waits for so many at most, some tens of milliseconds. */
const AT_ONCE = 25;

/** What changes in each live case of the lead, and in which columns all of them stand. */
async function previewLed({ listLed }: Store['ruleSets'], rules: CaseRules, on: Day) {
  const next = { at: startOfTokyoDay(on), on, by: systemActor };
  const touched: Previewed[] = [];
  const standing: string[] = [];
  for (let led: LedCase[], after = ''; ; ) {
    led = await listLed(rules.lead, after, AT_ONCE);
    for (const { caseId, version, value, facts } of led) {
      standing.push(columnOf(positionOf(value)).column);
      const effect = previewRules({ value, facts }, rules, { seq: version + 1, ...next });
      if (effect && isTouched(effect)) touched.push({ caseId, effect });
    }
    after = led.at(-1)?.caseId ?? after;
    if (led.length < AT_ONCE) return { touched, columns: standing };
  }
}

const isStuck = ({ effect: { closes, unmet } }: Previewed): boolean => closes.length > 0 || unmet.length > 0;

/** Those who are stuck first, then those who are late. */
const byWeight = (a: Previewed, b: Previewed): number => weightOf(b) - weightOf(a);
const weightOf = (one: Previewed): number =>
  (isStuck(one) ? 4 : 0) + (one.effect.isLate ? 2 : 0) + (one.effect.opens.length > 0 ? 1 : 0);

const countsOf = (touched: readonly Previewed[]): RuleSetPreview['counts'] => ({
  touched: touched.length,
  freed: touched.filter(({ effect }) => effect.opens.length > 0).length,
  stuck: touched.filter(isStuck).length,
  late: touched.filter(({ effect }) => effect.isLate).length,
  dates: touched.reduce((sum, { effect }) => sum + effect.dates.length, 0),
  checks: touched.filter(({ effect: { offered, gone } }) => offered.length + gone.length > 0).length,
});

function overLimits({ limits = {} }: RuleSetContent, standing: readonly string[]): RuleSetPreview['overLimit'] {
  return columns.flatMap(({ id, label }) => {
    const limit = limits[id];
    const cases = standing.filter(column => column === id).length;
    return limit !== undefined && cases > limit ? [{ column: id, label, cases, limit }] : [];
  });
}

const ownWords: Readonly<Record<string, { readonly words: Words } | undefined>> = templateChecks;
const checkWords =
  (house: Readonly<Record<string, Words>>) =>
  (id: string): Words =>
    house[id] ?? ownWords[id]?.words ?? { ja: id, en: id };

const saidMove = ({ event, label }: RuleEffect['opens'][number]) => ({ event, label });
const saidRequirement = (id: string) => ({ id, text: requirements.get(id)?.todo ?? { ja: id, en: id } });

const shownCase = (
  card: Pick<PreviewedCase, 'id' | 'no' | 'name' | 'offered' | 'gone'>,
  { stage, opens, closes, unmet, settled, dates, isLate }: RuleEffect,
): PreviewedCase => ({
  ...card,
  stage,
  opens: opens.map(saidMove),
  closes: closes.map(saidMove),
  unmet: unmet.map(saidRequirement),
  settled: settled.map(saidRequirement),
  isLate,
  dates: dates.map(({ kind, before, dueOn }) => ({
    kind,
    label: deadlineKinds[kind].label,
    before,
    after: dueOn,
    isTimer: deadlineKinds[kind].shown === 'never',
  })),
});
