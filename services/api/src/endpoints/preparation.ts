import type { By, PreparationSeen } from '@kaerimichi/casework';
import { preparation, preparationEndpoints } from '@kaerimichi/contracts';
import { implement } from '../implement.ts';
import type { ApiPorts } from '../ports.ts';

/** 手技, 機器, 制度 and 外泊 of a case; their events go the way of all others. */
export const preparationImplementations = (ports: ApiPorts) => [
  implement(ports, preparationEndpoints.ofCase, async ({ who, params, meta }) => {
    const seen = await ports.casework.preparation(who, params.id, meta);
    if (!seen.ok) return seen;
    const names = await ports.store.people.namesOf(peopleIn(seen.answer));
    // Lists that nobody changes are told as the wire has them, and whoever wrote by name.
    return { ok: true, answer: preparation.parse(named(seen.answer, names)) };
  }),
];

const writersIn = ({ skills, devices, stays }: PreparationSeen): By[] => [
  ...(skills?.cells.flatMap(({ history }) => history.map(({ by }) => by)) ?? []),
  ...(skills?.drills.map(({ by }) => by) ?? []),
  ...(devices?.tried.map(({ by }) => by) ?? []),
  ...(stays?.flatMap(({ diary }) => diary.map(({ by }) => by)) ?? []),
];

const peopleIn = (seen: PreparationSeen): string[] => [...new Set(writersIn(seen).map(({ person }) => person))];

type Names = Readonly<Record<string, string>>;

function named({ skills, devices, stays, ...rest }: PreparationSeen, names: Names) {
  const withName = <Item extends { readonly by: By }>({ by: { person, role }, ...item }: Item) => ({
    ...item,
    by: { name: names[person] ?? null, role },
  });
  return {
    ...rest,
    skills: skills && {
      ...skills,
      cells: skills.cells.map(cell => ({ ...cell, history: cell.history.map(withName) })),
      drills: skills.drills.map(withName),
    },
    devices: devices && { ...devices, tried: devices.tried.map(withName) },
    stays: stays?.map(stay => ({ ...stay, diary: stay.diary.map(withName) })) ?? null,
  };
}
