import { readsOverrides } from '@kaerimichi/access';
import { overrideEndpoints } from '@kaerimichi/contracts';
import { addDays, tokyoDay, type Words } from '@kaerimichi/discharge';
import type { RuleKept } from '@kaerimichi/store';
import { implement } from '../implement.ts';
import { implementOnce } from '../implement-once.ts';
import { namesChild } from '../names-child.ts';
import { namesOnBoard } from '../names-on-board.ts';
import { noteChange } from '../note-change.ts';
import { note } from '../note-look.ts';
import type { ApiPorts } from '../ports.ts';
import { findOverrides } from '../rule-sets/find-overrides.ts';
import { countOverrides, tellOverrides, tellProposals, wordsOf } from '../rule-sets/tell-overrides.ts';

const forbidden = { ok: false, refusal: { code: 'not-permitted' } } as const;
const notProposed = { ok: false, refusal: { code: 'not-found' } } as const;
const WHOLE_YEAR = '365';
const noChildsName: Words = {
  ja: 'お子さんの名前は入れないでください。この理由は、ルールを決める人みなが読みます。',
  en: 'Leave out the names of children: everybody who writes the rules reads this.',
};

/** 例外の記録: which conditions were passed over how often, for whoever writes the rules. */
export const overrideImplementations = (ports: ApiPorts) => [listing(ports), keeping(ports)];

const listing = (ports: ApiPorts) =>
  implement(ports, overrideEndpoints.list, async ({ who: { viewer }, query: { days = WHOLE_YEAR }, meta }) => {
    if (!readsOverrides(viewer)) return forbidden;
    const until = tokyoDay(ports.clock.now());
    const from = addDays(until, -Number(days));
    const found = await findOverrides(ports, viewer.org);
    const ofPeriod = found.overrides.filter(({ at }) => tokyoDay(at) >= from);
    const overrides = await tellOverrides(ports, ofPeriod, { viewer, on: until });
    const cases = [...new Set(overrides.map(({ caseId }) => caseId))];
    if (cases.length > 0) note(ports, viewer, { action: 'read', what: 'overrides', cases, meta });
    const names = await ports.store.people.namesOf(found.kept.map(({ keptBy }) => keptBy));
    const answer = {
      ...{ from, until, version: found.version },
      counts: countOverrides(ofPeriod),
      overrides,
      untold: ofPeriod.length - overrides.length,
      proposals: tellProposals(found),
      kept: found.kept.map(kept => toldKept(kept, names)),
    };
    return { ok: true, answer };
  });

const keeping = (ports: ApiPorts) =>
  implementOnce(ports, overrideEndpoints.keep, async ({ who: { viewer }, body: { requirement, reason }, meta }) => {
    if (!readsOverrides(viewer)) return forbidden;
    const { proposed } = await findOverrides(ports, viewer.org);
    const against = proposed.find(one => one.requirement === requirement);
    if (!against) return notProposed;
    if (namesChild(reason, await namesOnBoard(ports, viewer)))
      return { ok: false, refusal: { code: 'bad-input', issues: [{ path: 'reason', message: noChildsName }] } };
    const overrides = against.overrides.length;
    const kept = await ports.store.rulesKept.keep(viewer.org, {
      requirement,
      overrides,
      reason,
      keptBy: viewer.person,
    });
    noteChange(ports, viewer, { what: `ruleSet kept ${requirement}`, outcome: 'ok', ...meta });
    return { ok: true, answer: toldKept(kept, await ports.store.people.namesOf([kept.keptBy])) };
  });

const toldKept = (
  { requirement, overrides, reason, keptBy, keptAt }: RuleKept,
  names: Readonly<Record<string, string>>,
) => ({ requirement, text: wordsOf(requirement), overrides, reason, by: names[keptBy] ?? null, at: keptAt });
