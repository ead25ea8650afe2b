import {
  accessOf,
  actsAs,
  type CaseAccess,
  categoryRights,
  maySend,
  rolesOfKind,
  type Viewer,
  withinRights,
} from '@kaerimichi/access';
import { tokyoDay } from '@kaerimichi/discharge';
import type { CaseSeen, CaseworkPorts, Partner } from './casework.ts';
import { itemTextsFor } from './item-texts.ts';
import { accepted, type Outcome, type RequestMeta, refused } from './outcome.ts';
import type { SignedIn } from './ports.ts';
import { seenCase, toCaseSeen } from './view-case.ts';

type Preview = {
  readonly who: SignedIn;
  readonly caseId: string;
  readonly partner: Partner | null;
  readonly meta: RequestMeta;
};

/**
 * 見え方を確かめる: the case as a partner is shown it now, for whoever may record the family's consent. Never wider than
 * what whoever asks sees. null: that partner is told that there is no such case.
 */
export async function previewCase(ports: CaseworkPorts, preview: Preview): Promise<Outcome<CaseSeen | null>> {
  const { who, partner } = preview;
  const seen = await seenCase(ports, { ...preview, what: 'preview' });
  if (!seen) return refused({ code: 'not-found' });
  const { loaded, access: own } = seen;
  if (!maySend(who.viewer, actsAs(own, loaded.facts, who.viewer), 'consent.recorded'))
    return refused({ code: 'not-permitted' });
  if (!partner) return refused({ code: 'bad-input', issues: [{ path: 'org', message: noOrganisation }] });
  if (!rolesOfKind(partner.kind).includes(partner.role))
    return refused({ code: 'bad-input', issues: [{ path: 'role', message: noRole }] });
  const viewer = anybodyOf(partner);
  const row = accessOf(loaded, viewer);
  if (!row) return accepted(null);
  const access: CaseAccess = {
    class: row.class,
    categories: row.categories.filter(category => own.categories.includes(category)),
  };
  const rights = withinRights(categoryRights(viewer, access), categoryRights(who.viewer, own));
  const texts = await itemTextsFor(ports.store, loaded, rights);
  return accepted(toCaseSeen(loaded, { viewer, access, rights, texts, on: tokyoDay(ports.clock.now()) }));
}

/** Nobody in particular: what is shown follows from organisation and role. */
export const anybodyOf = ({ org, kind, role }: Partner): Viewer => ({
  person: '',
  membership: '',
  org,
  orgKind: kind,
  role,
  flags: [],
});

const noOrganisation = { ja: 'この組織は登録されていません。', en: 'No such organisation.' };
const noRole = { ja: 'この組織にない役割です。', en: 'That organisation has no such role.' };
