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

/** The lines of the matrix in the order of the plan; a procedure that nobody has practised yet is a line too. */
export function skillRows({ procedures, learners, cells }: SkillMatrix): SkillRow[] {
  return procedures.flatMap(({ id, needed, alone }) => {
    const own = cells.filter(cell => cell.procedure === id);
    const devices = own.length === 0 ? [null] : [...new Set(own.map(({ device }) => device))];
    return devices.map(device => ({
      key: `${id} ${device ?? ''}`,
      procedure: id,
      device,
      needed,
      alone,
      cells: learners.map(
        ({ id: learner }) => own.find(cell => cell.learner === learner && cell.device === device) ?? null,
      ),
    }));
  });
}

/** Who would be the second to see it: whoever sees the first entry of another person. */
export const isForSecond = (cell: Pick<SkillCell, 'standing'> | null): boolean => cell?.standing === 'awaitsSecond';
