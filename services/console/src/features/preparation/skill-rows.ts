import type { SkillCell, SkillMatrix } from '@kaerimichi/contracts';

/** One line of the matrix: a procedure, on one device where it was practised on several. */
export type SkillRow = {
  readonly key: string;
  readonly procedure: string;
  readonly device: string | null;
  readonly needed: number | null;
  readonly alone: number;
  /** By learner, in the order of the matrix; null: never practised. */
  readonly cells: readonly (SkillCell | null)[];
};

/**
 * The lines of the matrix in the order of the plan; a procedure that nobody has practised yet is a line too. What was seen
 * before a device was named stands in the line of the only one there is.
 */
export function skillRows({ procedures, learners, cells }: SkillMatrix): SkillRow[] {
  return procedures.flatMap(({ id, needed, alone }) => {
    const own = cells.filter(cell => cell.procedure === id);
    const devices = [...new Set(own.map(({ device }) => device))];
    const named = devices.filter(device => device !== null);
    const lines = named.length > 1 ? devices : [named[0] ?? null];
    return lines.map(device => ({
      key: `${id} ${device ?? ''}`,
      procedure: id,
      device,
      needed,
      alone,
      cells: learners.map(({ id: learner }) =>
        cellOf(
          own.filter(cell => cell.learner === learner),
          device,
          lines,
        ),
      ),
    }));
  });
}

function cellOf(own: readonly SkillCell[], device: string | null, lines: readonly (string | null)[]): SkillCell | null {
  const exact = own.find(cell => cell.device === device);
  return exact ?? (lines.length === 1 ? own.find(cell => cell.device === null) : undefined) ?? null;
}
