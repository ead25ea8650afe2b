import { mayAdminister, seesHouseCounts } from '@kaerimichi/access';
import { notifiableFees } from '@kaerimichi/casework';
import { reportEndpoints } from '@kaerimichi/contracts';
import { tokyoDay } from '@kaerimichi/discharge';
import { askCounters } from '@kaerimichi/rules';
import type { HouseBeds, SaidStandards } from '@kaerimichi/store';
import { countHouse, yearUntil } from '../count-house.ts';
import { implement } from '../implement.ts';
import { implementOnce } from '../implement-once.ts';
import { noteChange } from '../note-change.ts';
import type { ApiPorts } from '../ports.ts';

const forbidden = { ok: false, refusal: { code: 'not-permitted' } } as const;

/** 施設基準の参考: what a house counts of itself, of no child. */
export const houseCountImplementations = (ports: ApiPorts) => [
  counting(ports),
  keepingBeds(ports),
  keepingStandards(ports),
];

const counting = (ports: ApiPorts) =>
  implement(ports, reportEndpoints.house, async ({ who: { viewer }, query: { claims } }) => {
    if (!seesHouseCounts(viewer)) return forbidden;
    const { store, clock } = ports;
    const today = tokyoDay(clock.now());
    const period = yearUntil(today);
    const [counted, beds, standards] = await Promise.all([
      countHouse(store, viewer.org, period),
      store.beds.on(viewer.org, today),
      store.standards.list(viewer.org),
    ]);
    const { partners, unnamed, ...figures } = counted;
    const liaisonClaims = claims === undefined ? null : Number(claims);
    const meetings = partners.map(({ times }) => times);
    const answered = askCounters({ ...figures, meetings, liaisonClaims, beds }, today);
    const [orgs, people] = await Promise.all([
      store.organisations.namesOf(partners.map(({ org }) => org)),
      store.people.namesOf([...(beds ? [beds] : []), ...standards].map(({ saidBy }) => saidBy)),
    ]);
    const answer = {
      ...period,
      counters: answered.map(({ why = null, ...counter }) => ({ ...counter, why })),
      partners: partners.map(({ org, ...met }) => ({ org, name: orgs[org] ?? org, ...met })),
      unnamed,
      beds: beds && toldBeds(beds, people),
      mayKeepBeds: mayAdminister(viewer),
      standards: standards.map(said => toldStandards(said, people)),
      notifiable: notifiableFees.map(({ id, title }) => ({ id, title: { ...title } })),
    };
    return { ok: true, answer };
  });

const keepingBeds = (ports: ApiPorts) =>
  implementOnce(ports, reportEndpoints.keepBeds, async ({ who: { viewer }, body, meta }) => {
    if (!mayAdminister(viewer)) return forbidden;
    const { fromOn, general, longTerm, child } = body;
    const said = { fromOn, general, longTerm, child, saidBy: viewer.person };
    const beds = await ports.store.beds.say(viewer.org, said);
    noteChange(ports, viewer, { what: `beds from ${fromOn}`, outcome: 'ok', ...meta });
    return { ok: true, answer: toldBeds(beds, await ports.store.people.namesOf([viewer.person])) };
  });

const noFee = { ja: '届出のいる算定項目ではありません。', en: 'Not a fee whose standard is notified.' };

const keepingStandards = (ports: ApiPorts) =>
  implementOnce(ports, reportEndpoints.keepStandards, async ({ who: { viewer }, body, meta }) => {
    if (!mayAdminister(viewer)) return forbidden;
    const { fromOn, notified, video, dpc } = body;
    const issues = notified.flatMap((id, at) =>
      notifiableFees.some(fee => fee.id === id) ? [] : [{ path: `notified.${at}`, message: noFee }],
    );
    if (issues.length > 0) return { ok: false, refusal: { code: 'bad-input', issues } };
    const said = await ports.store.standards.say(viewer.org, {
      ...{ fromOn, notified, video, dpc },
      saidBy: viewer.person,
    });
    noteChange(ports, viewer, { what: `standards from ${fromOn}`, outcome: 'ok', ...meta });
    return { ok: true, answer: toldStandards(said, await ports.store.people.namesOf([viewer.person])) };
  });

const toldStandards = (
  { fromOn, notified, video, dpc, saidBy }: SaidStandards,
  names: Readonly<Record<string, string>>,
) => ({ fromOn, notified: [...notified], video, dpc, by: names[saidBy] ?? null });

const toldBeds = (
  { fromOn, general, longTerm, child, saidBy }: HouseBeds,
  names: Readonly<Record<string, string>>,
) => ({ fromOn, general, longTerm, child, by: names[saidBy] ?? null });
