import { keepsDuty } from '@kaerimichi/access';
import {
  type CaseDuty,
  type DutyRoster,
  dutyAhead,
  dutyEndpoints,
  dutyRoster,
  type KeptDuty,
  rosterFaults,
  weekOf,
} from '@kaerimichi/contracts';
import { addDays, type Day, tokyoDay, tokyoTime } from '@kaerimichi/discharge';
import type { StoredDuty } from '@kaerimichi/store';
import { implement } from '../implement.ts';
import { implementOnce } from '../implement-once.ts';
import { type Looks, looks } from '../looks.ts';
import { noteChange } from '../note-change.ts';
import type { ApiPorts } from '../ports.ts';

const forbidden = { ok: false, refusal: { code: 'not-permitted' } } as const;
const changedMeanwhile = {
  ok: false,
  refusal: {
    code: 'version-conflict',
    detail:
      'この当直表は、ほかの方が保存したばかりです。画面を開き直して、いまの内容を確かめてください。 / Somebody else has just saved this roster. Open the page again and look at it as it is now.',
  },
} as const;

/** 当直表: who is on duty in an organisation, kept by its people, and told with the cases that it takes part in. */
export const dutyImplementations = (ports: ApiPorts) => [reading(ports), saving(ports), ofCase(ports, looks())];

const reading = (ports: ApiPorts) =>
  implement(ports, dutyEndpoints.get, async ({ who: { viewer } }) => {
    if (!keepsDuty(viewer)) return forbidden;
    return { ok: true, answer: await shown(ports, await ports.store.duty.find(viewer.org)) };
  });

const saving = (ports: ApiPorts) =>
  implementOnce(ports, dutyEndpoints.save, async ({ who: { viewer }, body: { roster, version }, meta }) => {
    if (!keepsDuty(viewer)) return forbidden;
    const issues = rosterFaults(roster).map(({ path, message }) => ({ path: ['roster', ...path].join('.'), message }));
    if (issues.length > 0) return { ok: false, refusal: { code: 'bad-input', issues } };
    const content = withoutPast(roster, tokyoDay(ports.clock.now()));
    const saved = await ports.store.duty.save(viewer, { content, version });
    if (!saved) return changedMeanwhile;
    noteChange(ports, viewer, { what: `duty ${saved.version}`, outcome: 'ok', ...meta });
    return { ok: true, answer: await shown(ports, saved) };
  });

const ofCase = (ports: ApiPorts, seenBefore: Looks) =>
  implement(ports, dutyEndpoints.ofCase, async asked => {
    const { who, params, meta } = asked;
    const isNoted = !seenBefore.isNew(asked, params.id);
    const told = await ports.casework.duty(who, params.id, { ...meta, isNoted });
    if (!told.ok) return told;
    return { ok: true, answer: await dutyOf(ports, told.answer, who.viewer) };
  });

type Reader = Parameters<typeof keepsDuty>[0] & { readonly org: string };

async function dutyOf({ store, clock }: ApiPorts, told: readonly string[] | null, viewer: Reader): Promise<CaseDuty> {
  const now = clock.now();
  const today = tokyoDay(now);
  if (told === null) return { orgs: null, isOwnMissing: false, today };
  const [kept, names] = await Promise.all([store.duty.ofOrgs(told), store.organisations.namesOf([...told])]);
  const orgs = told.flatMap(org => {
    const stored = kept.find(one => one.org === org);
    const roster = stored && parsed(stored);
    const name = names[org];
    return roster && name ? [{ org, name, shifts: dutyAhead(roster, { on: today, time: tokyoTime(now) }) }] : [];
  });
  const isOwnMissing = keepsDuty(viewer) && told.includes(viewer.org) && !orgs.some(({ org }) => org === viewer.org);
  return { orgs, isOwnMissing, today };
}

/** null: of a program that knew something else; it is left as it is. */
const parsed = ({ content }: StoredDuty): DutyRoster | null => dutyRoster.safeParse(content).data ?? null;

async function shown({ store, clock }: ApiPorts, kept: StoredDuty | null): Promise<KeptDuty> {
  const today = tokyoDay(clock.now());
  if (!kept) return { roster: null, version: 0, changed: null, today };
  const names = kept.changedBy === null ? {} : await store.people.namesOf([kept.changedBy]);
  const by = kept.changedBy === null ? null : (names[kept.changedBy] ?? null);
  return { roster: parsed(kept), version: kept.version, changed: { by, at: kept.changedAt }, today };
}

/** Days before last week are neither shown nor copied any more. */
function withoutPast(roster: DutyRoster, today: Day): DutyRoster {
  const from = addDays(weekOf(today)[0] ?? today, -7);
  return { ...roster, exceptions: roster.exceptions.filter(({ on }) => on >= from) };
}
