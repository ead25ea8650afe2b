import { ageOn, type CaseFacts, type Day, toldBy } from '@kaerimichi/discharge';
import { maySend } from './commands.ts';
import type { CaseAccess, Viewer } from './viewer.ts';

/** What an enquiry (打診) tells of a child without consent (people.md): no name, no birth date, no number of a hospital. */
export type AskedChild = {
  /** Whole years; null before birth. */
  readonly ageYears: number | null;
  /** Code of the municipality of residence; null where it is not known. */
  readonly municipality: string | null;
  readonly needs: readonly string[];
};

/** One part of the care that an organisation was asked to take and has not answered. */
export type Ask = {
  /** Id of the team entry. */
  readonly id: string;
  readonly function: string;
  readonly on: Day;
  readonly replyBy: Day | null;
};

export type Enquiry = {
  readonly lead: string;
  readonly asks: readonly Ask[];
  /** null with consent, or once it ended: then the rights of the organisation say what is seen. */
  readonly child: AskedChild | null;
};

type Case = {
  readonly facts: CaseFacts;
  readonly access: CaseAccess;
  readonly municipality: string | null;
};

/**
 * What a viewer is told of the enquiry to its organisation: null to whoever has none to answer, or is in no role that
 * answers. It ends with the answer, with the enquiry, and with the case.
 */
export function enquiryFor({ facts, access, municipality }: Case, viewer: Viewer, on: Day): Enquiry | null {
  if (facts.closing || viewer.org === facts.lead || !mayAnswer(viewer)) return null;
  const asks = facts.team.flatMap(entry => (entry.org === viewer.org && entry.state === 'asked' ? [askOf(entry)] : []));
  if (asks.length === 0) return null;
  const isNameless = access.class === 'numberOnly' && !wasTold(facts, viewer.org, on);
  return { lead: facts.lead, asks, child: isNameless ? childOf(facts, municipality, on) : null };
}

/** Roles that answer an enquiry are those that are told what it is about. */
export const mayAnswer = (viewer: Viewer): boolean => maySend(viewer, { class: 'numberOnly' }, 'candidate.answered');

/** Once a family's consent has told an organisation who the child is, facts without a name are nameless to it no more. */
const wasTold = ({ consents, toldOrgs = [] }: CaseFacts, org: string, on: Day): boolean =>
  toldOrgs.includes(org) || consents.some(consent => toldBy(consent, on) === org);

const askOf = ({ id, function: part, on, askedOn, replyBy }: CaseFacts['team'][number]): Ask => ({
  id,
  function: part,
  on: askedOn ?? on,
  replyBy: replyBy ?? null,
});

/** Written by hand, so that nothing new leaks by itself. */
const childOf = ({ bornOn, needs }: CaseFacts, municipality: string | null, on: Day): AskedChild => ({
  ageYears: bornOn && bornOn <= on ? (ageOn(bornOn, on)?.years ?? null) : null,
  municipality,
  needs: [...needs],
});

/** What each field of an enquiry is, for the document of permissions; a field without words does not compile. */
export const enquiryWords: Readonly<Record<keyof AskedChild | 'lead' | keyof Omit<Ask, 'id'>, string>> = {
  ageYears: '年齢(満、出生前はその旨) age in whole years, or that it is before birth',
  municipality: '住まいの市町村 municipality of residence',
  needs: '必要なケア care needs',
  lead: '打診した組織と電話 who asks, and its telephone',
  function: '頼まれた役割 the function asked for',
  on: '打診の日 since when',
  replyBy: '返事の希望日 reply wanted by',
};
