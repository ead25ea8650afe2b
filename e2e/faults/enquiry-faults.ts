import { isDeepStrictEqual } from 'node:util';
import { canaries } from './canary-case.ts';
import { expectedColumn, expectedEnquiry, expectedPreview, expectedRights, rolesByKind } from './people-table.ts';
import type { Member, PeopleWorld } from './people-world.ts';
import { raw, type Told } from './told.ts';

type Shown = { readonly asks: { readonly candidateId: string; readonly function: string }[]; readonly child: unknown };
type View = { readonly enquiry: Shown | null };

/** What an enquiry tells of the canary's child, by hand: a birthday on the seventh of March. */
function childAsTold(): unknown {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(new Date());
  const ageYears = Number(today.slice(0, 4)) - 2011 - (today.slice(5) < canaries.bornOn.slice(5) ? 1 : 0);
  return { ageYears, municipality: { code: '141003', name: '横浜市' }, needs: ['ventilator', 'suction'] };
}

/** What is told of an enquiry and should not be, or should and is not; and what stands outside it. */
export function enquiryFaults(member: Member, told: Told): string[] {
  const expected = expectedEnquiry(member.role, member.relation);
  const { enquiry, ...rest } = JSON.parse(told.view.text) as View;
  const child = expected === 'child' ? childAsTold() : null;
  const elsewhere = JSON.stringify([rest, { ...told, view: null }]);
  return [
    ...((enquiry !== null) === (expected !== null) ? [] : ['an enquiry']),
    ...(enquiry === null || isDeepStrictEqual(enquiry.child, child) ? [] : ['the child of an enquiry']),
    ...(enquiry === null || enquiry.asks.map(({ function: part }) => part).join() === 'visitingNurse'
      ? []
      : ['what is asked']),
    ...(elsewhere.includes('"ventilator"') && !expectedRights(member.role, member.relation).has('clinical')
      ? ['the needs outside an enquiry']
      : []),
  ];
}

/** Whether a member may look how the case looks to others, and sees then to the letter what they are shown. */
export async function previewFaults(world: PeopleWorld, member: Member, caseId: string): Promise<string[]> {
  const expected = expectedPreview(member.role, member.relation);
  const first = await raw(member, previewOf(caseId, world.orgs.get('asked') ?? '', 'doctor'));
  if (first.status !== expected) return [`preview ${first.status}, not ${expected}`];
  if (expected !== 200) return [];
  const faults: string[] = [];
  for (const other of world.members) {
    const { relation, role } = other;
    if (!rolesByKind[relation.kind]?.includes(role)) continue;
    const shown = await raw(member, previewOf(caseId, world.orgs.get(relation.name) ?? '', role));
    const own = await raw(other, `/cases/${caseId}`);
    const isSeen = expectedColumn(role, relation) !== null;
    const view = isSeen ? JSON.parse(own.text) : null;
    if (own.status !== (isSeen ? 200 : 404) || !isDeepStrictEqual(JSON.parse(shown.text), { view }))
      faults.push(`how it looks to ${relation.name} ${role}`);
  }
  return faults;
}

const previewOf = (caseId: string, org: string, role: string): string =>
  `/cases/${caseId}/preview?org=${org}&role=${role}`;
