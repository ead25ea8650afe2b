import { mayAdminister } from '@kaerimichi/access';
import { ruleSetEndpoints } from '@kaerimichi/contracts';
import { addDays, type Day, type RuleSetContent, tokyoDay, type Words } from '@kaerimichi/discharge';
import { ownValues, ruleSetFaults } from '@kaerimichi/discharge/chart';
import type { PublishedRuleSet, RuleSetDraft } from '@kaerimichi/store';
import { implement } from '../implement.ts';
import { implementOnce } from '../implement-once.ts';
import { noteChange } from '../note-change.ts';
import type { ApiPorts } from '../ports.ts';
import { previewRuleSet } from '../rule-sets/preview-rule-set.ts';

const forbidden = { ok: false, refusal: { code: 'not-permitted' } } as const;
const changedMeanwhile = {
  ok: false,
  refusal: {
    code: 'version-conflict',
    detail:
      'この下書きは、ほかの方が保存したか公開したばかりです。画面を開き直して、いまの内容を確かめてください。 / Somebody else has just saved or published this draft. Open the page again and look at it as it is now.',
  },
} as const;

/** A year ahead nobody knows who will lead which case, nor which fees are in force. */
const MOST_DAYS_AHEAD = 366;
const notBefore: Words = { ja: '今日より前の日からは公開できません。', en: 'Not from a day before today.' };
const notAfter: Words = { ja: '1年より先の日からは公開できません。', en: 'Not from a day more than a year ahead.' };

/** ルール: rule sets of the own organisation, for whoever administers it. */
export function ruleSetImplementations(ports: ApiPorts) {
  return [listing(ports), saving(ports), previewing(ports), publishing(ports)];
}

const listing = (ports: ApiPorts) =>
  implement(ports, ruleSetEndpoints.list, async ({ who: { viewer } }) => {
    if (!mayAdminister(viewer)) return forbidden;
    const { ruleSets, people } = ports.store;
    const [draft, published] = [await ruleSets.findDraft(viewer.org), await ruleSets.listPublished(viewer.org)];
    const names = await people.namesOf([...published, ...(draft ? [draft] : [])].map(({ changedBy }) => changedBy));
    const today = tokyoDay(ports.clock.now());
    const inForce = published.find(({ fromOn }) => fromOn <= today)?.version ?? 0;
    const answer = {
      draft: draft && shownDraft(draft, names),
      published: published.map(one => shownVersion(one, { names, inForce })),
      own: ownValues(),
      today,
    };
    return { ok: true, answer };
  });

type Names = Readonly<Record<string, string>>;

const shownDraft = ({ changedBy, ...draft }: RuleSetDraft, names: Names) => ({
  ...draft,
  changedBy: names[changedBy] ?? null,
});

const shownVersion = (
  { version, fromOn, publishedAt, adoptedAt, content, changedBy }: PublishedRuleSet,
  { names, inForce }: { readonly names: Names; readonly inForce: number },
) => ({
  version,
  fromOn,
  publishedAt,
  publishedBy: names[changedBy] ?? null,
  state: version === inForce ? ('inForce' as const) : version > inForce ? ('waiting' as const) : ('replaced' as const),
  isBeingAdopted: version === inForce && adoptedAt === null,
  content,
});

const saving = (ports: ApiPorts) =>
  implementOnce(ports, ruleSetEndpoints.saveDraft, async ({ who: { viewer }, body: { content, revision }, meta }) => {
    if (!mayAdminister(viewer)) return forbidden;
    const faults = faultsOf(content);
    if (faults) return faults;
    const saved = await ports.store.ruleSets.saveDraft(viewer, { content, revision });
    if (!saved) return changedMeanwhile;
    noteChange(ports, viewer, { what: `ruleSet draft ${saved.revision}`, outcome: 'ok', ...meta });
    return { ok: true, answer: shownDraft(saved, await ports.store.people.namesOf([saved.changedBy])) };
  });

const previewing = (ports: ApiPorts) =>
  implement(ports, ruleSetEndpoints.preview, async ({ who: { viewer }, body: { content, fromOn } }) => {
    if (!mayAdminister(viewer)) return forbidden;
    const faults = faultsOf(content) ?? dayFault(fromOn, tokyoDay(ports.clock.now()));
    return faults ?? { ok: true, answer: await previewRuleSet(ports, viewer, { content, on: fromOn }) };
  });

const publishing = (ports: ApiPorts) =>
  implementOnce(ports, ruleSetEndpoints.publish, async ({ who: { viewer }, body: { revision, fromOn }, meta }) => {
    if (!mayAdminister(viewer)) return forbidden;
    const fault = dayFault(fromOn, tokyoDay(ports.clock.now()));
    if (fault) return fault;
    const published = await ports.store.ruleSets.publish(viewer, { revision, fromOn });
    if (!published) return changedMeanwhile;
    noteChange(ports, viewer, { what: `ruleSet ${published.version} from ${fromOn}`, outcome: 'published', ...meta });
    return { ok: true, answer: { version: published.version, fromOn } };
  });

/** What names nothing, may not be switched off, or does not go together: every fault with its path below `content`. */
function faultsOf(content: RuleSetContent) {
  const issues = ruleSetFaults(content).map(({ path, message }) => ({ path: `content.${path}`, message }));
  return issues.length > 0 ? ({ ok: false, refusal: { code: 'bad-input', issues } } as const) : null;
}

function dayFault(fromOn: Day, today: Day) {
  const message = fromOn < today ? notBefore : fromOn > addDays(today, MOST_DAYS_AHEAD) ? notAfter : null;
  return message && ({ ok: false, refusal: { code: 'bad-input', issues: [{ path: 'fromOn', message }] } } as const);
}
