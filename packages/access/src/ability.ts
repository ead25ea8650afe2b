import { AbilityBuilder, createMongoAbility, type MongoAbility, subject } from '@casl/ability';
import { type Category, categories, type RoleId, roleIds } from '@kaerimichi/discharge';
import type { Standing } from './acts-as.ts';
import { makingExceptions, type SendableEvent, whileAsked } from './event-groups.ts';
import type { Role, Sight } from './role.ts';
import { roles } from './roles.ts';
import type { Viewer, VisibilityClass } from './viewer.ts';

const visibilityClasses = ['full', 'partner', 'numberOnly', 'invited'] as const satisfies readonly VisibilityClass[];

/**
 * Classes of cases that a role sees at all: with a row of the matrix for any of them, the number of others too; who is
 * invited sees that one child alone.
 */
function reachOf({ sees }: Role): readonly VisibilityClass[] {
  const classes = (['full', 'partner'] as const).filter(visibility => sees[visibility]);
  const byOrganisation: readonly VisibilityClass[] = classes.length > 0 ? [...classes, 'numberOnly'] : [];
  return sees.invited ? [...byOrganisation, 'invited'] : byOrganisation;
}

/** A role's row of the matrix for a relation; who has none of its own as the lead has the partner's there too. */
export function sightOf({ sees }: Role, relation: VisibilityClass): Sight {
  if (relation === 'numberOnly') return {};
  if (relation === 'invited') return sees.invited ?? {};
  return sees[relation] ?? sees.partner ?? {};
}

/**
 * CASL's answer for one role. Every rule carries its relation to the case; none is unconditional, since one
 * unconditional field rule would open every row, and none is a `cannot`, whose order would matter.
 */
function buildAbility(role: Role, waives: boolean): MongoAbility {
  const { can, build } = new AbilityBuilder<MongoAbility>(createMongoAbility);
  for (const relation of reachOf(role)) can('see', 'Case', { relation });
  for (const relation of visibilityClasses) {
    const readable = Object.keys(sightOf(role, relation));
    // Without a field the rule would be about all of them.
    if (readable.length > 0) can('read', 'Case', readable, { relation });
    const events = role.sends[relation] ?? [];
    if (events.length > 0) can([...events], 'Case', { relation });
  }
  const answers = askedEvents(role);
  if (answers.length > 0) can([...answers], 'Case', { relation: 'asked' });
  if (waives && role.waives) for (const type of makingExceptions) can(type, 'Case', { relation: 'full' });
  return build();
}

/** What a role of an organisation that has not accepted yet may send: of a partner's events those that answer. */
export const askedEvents = ({ sends }: Role): readonly SendableEvent[] =>
  (sends.partner ?? []).filter(type => (whileAsked as readonly string[]).includes(type));

type Abilities = { readonly plain: MongoAbility; readonly waiving: MongoAbility };

/** Built once: a role allows the same to everyone who has it, but for the flag that lets some make exceptions. */
const abilities = Object.freeze(
  // fromEntries forgets that roleIds are all the keys.
  Object.fromEntries(
    roleIds.map(id => [id, { plain: buildAbility(roles[id], false), waiving: buildAbility(roles[id], true) }]),
  ) as Record<RoleId, Abilities>,
);

const caseSeenAs = (relation: Standing['class']) => Object.freeze(subject('Case', { relation }));
/** One frozen subject per relation: a decision reads nothing else of a case, and asks about one, never about the type. */
const subjects = Object.freeze({
  full: caseSeenAs('full'),
  partner: caseSeenAs('partner'),
  asked: caseSeenAs('asked'),
  numberOnly: caseSeenAs('numberOnly'),
  invited: caseSeenAs('invited'),
});

/** What a viewer's membership allows, as CASL rules with the relation to the case as their condition. */
export function abilityOf({ role, flags }: Pick<Viewer, 'role' | 'flags'>): MongoAbility {
  const { plain, waiving } = abilities[role];
  return flags.includes('mayWaive') ? waiving : plain;
}

const askFields = (role: RoleId, relation: VisibilityClass): readonly Category[] =>
  categories.filter(category => abilities[role].plain.can('read', subjects[relation], category));

/** CASL's answers about fields, asked once for each role: a board asks for every card, and one question takes 1 µs. */
const fields = Object.freeze(
  Object.fromEntries(
    roleIds.map(role => [
      role,
      {
        full: askFields(role, 'full'),
        partner: askFields(role, 'partner'),
        numberOnly: askFields(role, 'numberOnly'),
        invited: askFields(role, 'invited'),
      },
    ]),
    // fromEntries forgets that roleIds are all the keys.
  ) as Record<RoleId, Readonly<Record<VisibilityClass, readonly Category[]>>>,
);

/** Categories that a role may read of a case that it stands to in this way, as far as consent names them. */
export const fieldsOf = ({ role }: Pick<Viewer, 'role'>, relation: VisibilityClass): readonly Category[] =>
  fields[role][relation];

/** Whether a viewer may do something to a case that it stands to in this way. */
export const allows = (viewer: Pick<Viewer, 'role' | 'flags'>, relation: Standing['class'], action: string): boolean =>
  abilityOf(viewer).can(action, subjects[relation]);
