import { ageOn, bestCellOf, type HandoffSection, standsAlone } from '@kaerimichi/discharge';
import {
  allOf,
  codeOf,
  from,
  headed,
  longDay,
  newest,
  nothing,
  originOf,
  plainDay,
  type Told,
  together,
  told,
} from './form.ts';
import type { Known } from './known.ts';

/** The child's name as it is recorded; null: not told, or it has none yet. */
export function nameOf({ child }: Known): string | null {
  const name = [child?.familyName, child?.givenName].filter(part => part).join(' ');
  return name === '' ? null : name;
}

const kanaOf = ({ child }: Known): string => [child?.familyKana, child?.givenKana].filter(part => part).join(' ');

export const childsName = (known: Known): Told => told(nameOf(known), from(known, 'child.named'));

/** With its reading behind it, as a summary has it. */
export function childsNameAndKana(known: Known): Told {
  const [name, kana] = [nameOf(known), kanaOf(known)];
  return told(name && (kana ? `${name}(${kana})` : name), from(known, 'child.named'));
}

const isSexKnown = (sex: string | undefined): sex is 'female' | 'male' => sex === 'female' || sex === 'male';

export const childsSex = ({ child }: Known): Told => told(isSexKnown(child?.sex) ? codeOf(child.sex) : null);

export const birthDay = (known: Known): Told => {
  const { bornOn } = known.facts;
  return told(bornOn && longDay(bornOn), from(known, 'birth.recorded'));
};

/** `1歳2か月`; of a child that is not born, or of whose birth nobody is told, null. */
export function ageWords({ facts: { bornOn }, on }: Known): string | null {
  const age = bornOn ? ageOn(bornOn, on) : null;
  return age && (age.years > 0 ? `${age.years}歳${age.months}か月` : `${age.months}か月`);
}

/** The town alone is known of where a child lives; street and house are written in by hand. */
export const town = ({ child }: Known): Told => told(child?.municipality);

export const weight = (known: Known): Told => {
  const { weight: measured } = known.facts;
  return measured
    ? told(`${(measured.grams / 1000).toFixed(2)} kg(${plainDay(measured.on)})`, from(known, 'weight.recorded'))
    : nothing;
};

export const careNeedWords = ({ facts: { needs = [] } }: Known): string[] => needs.map(need => codeOf(need));

/** Of each topic the newest words, with its topic before them. */
export function contacts(known: Known, when: 'day' | 'night' | 'emergencyRoute'): Told {
  const entries = allOf(known, 'contacts.recorded').filter(({ event }) => event.body.when === when);
  const byTopic = new Map(entries.map(entry => [String(entry.event.body.topic ?? ''), entry]));
  return together(
    ...[...byTopic].map(([topic, entry]) => {
      const said = told(entry.texts.contact, [originOf(entry)]);
      return topic ? headed(`${codeOf(topic, 'topic')}:`, said) : said;
    }),
  );
}

/** What the newest handoff that says anything of it says of a section. */
export function handedOn(known: Known, section: HandoffSection): Told {
  const entry = newest(known, 'handoff.composed', ({ texts }) => Boolean(texts[section]));
  return entry ? told(entry.texts[section], [originOf(entry)]) : nothing;
}

/** What the newest evaluation admission changed, in the words of whoever recorded its result. */
export function changedByEvaluation(known: Known): Told {
  const entry = newest(known, 'evaluation.recorded');
  return entry?.event.body.changesCare === true ? told(entry.texts.changes, [originOf(entry)]) : nothing;
}

/** Every device with what was written of it. */
export function deviceWords(known: Known, isMeant: (kind: string) => boolean = () => true): Told {
  const devices = (known.facts.devices ?? []).filter(({ kind }) => isMeant(kind));
  return together(
    ...devices.map(({ id, kind, atHome, vendorPhone24h }) => {
      const entry = newest(known, 'device.chosen', ({ event }) => event.body.deviceId === id);
      const { model, note } = entry?.texts ?? {};
      const said = [
        codeOf(kind),
        model,
        note,
        atHome ? '自宅にある' : null,
        vendorPhone24h ? '業者の24時間の連絡先あり' : null,
      ];
      return told(said.filter(part => part).join(' / '), entry ? [originOf(entry)] : []);
    }),
  );
}

/** Who can do which procedure, and how far. */
export function skillWords(known: Known): Told {
  const all = known.facts.skills ?? [];
  return together(
    ...[...new Set(all.map(({ caregiver }) => caregiver))].map(caregiver => {
      const procedures = new Set(all.filter(skill => skill.caregiver === caregiver).map(({ procedure }) => procedure));
      const skills = [...procedures].flatMap(procedure => bestCellOf(all, { procedure, caregiver }, known.on) ?? []);
      const said = (isAlone: boolean) =>
        skills.filter(skill => standsAlone(skill, known.on) === isAlone).map(one => codeOf(one.procedure));
      const alone = said(true);
      const learning = said(false);
      const parts = [
        alone.length > 0 ? `ひとりでできる:${alone.join('、')}` : null,
        learning.length > 0 ? `練習中・再確認:${learning.join('、')}` : null,
      ];
      const last = newest(known, 'skill.assessed', ({ event }) => event.body.caregiver === caregiver);
      return told(`${codeOf(caregiver)} ${parts.filter(part => part).join(' / ')}`, last ? [originOf(last)] : []);
    }),
  );
}

/** Organisations that accepted a part: which part, who, and by which telephone. */
export const partners = (known: Known) =>
  (known.facts.team ?? [])
    .filter(({ state }) => state === 'accepted')
    .map(({ id, function: part, org }) => {
      const entry = newest(known, 'candidate.answered', ({ event }) => event.body.candidateId === id);
      return {
        part,
        name: (org && known.orgs[org]) ?? null,
        telephone: (org && known.telephones[org]) ?? null,
        from: entry ? [originOf(entry)] : [],
      };
    });

export const partnerLines = (known: Known, isMeant: (part: string) => boolean = () => true): Told =>
  together(
    ...partners(known)
      .filter(({ part }) => isMeant(part))
      .map(({ part, name, telephone, from: origins }) =>
        told([`${codeOf(part)}:${name ?? ''}`, telephone ? `電話 ${telephone}` : ''].join(' ').trim(), origins),
      ),
  );

/** Schemes of this child, each with how far it has come. */
export const schemeLines = (known: Known, isMeant: (kind: string) => boolean = () => true): Told =>
  together(
    ...(known.facts.entitlements ?? [])
      .filter(({ kind, state }) => state !== 'notNeeded' && isMeant(kind))
      .map(({ kind, state, until }) => {
        const entry = newest(known, 'entitlement.updated', ({ event }) => event.body.kind === kind);
        const said = `${codeOf(kind)}(${codeOf(state)}${until ? `、${longDay(until)}まで` : ''})`;
        return told(said, entry ? [originOf(entry)] : []);
      }),
  );
