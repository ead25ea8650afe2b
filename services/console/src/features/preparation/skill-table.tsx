import type { DeviceRow, SkillCell, SkillMatrix } from '@kaerimichi/contracts';
import { useToday } from '../../app/workplace.tsx';
import { shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { LevelBar } from './level-bar.tsx';
import { type SkillRow, skillRows } from './skill-rows.ts';
import type { SkillPlace } from './skills-tab.tsx';

type Props = {
  readonly matrix: SkillMatrix;
  readonly devices: readonly DeviceRow[];
  readonly onLook: (place: SkillPlace) => void;
};

/** Procedures by learners; on a narrow screen each procedure is a block with its learners one below the other. */
export function SkillTable({ matrix, devices, onLook }: Props) {
  const { say, code } = useSpeech();
  return (
    <div className="table-frame">
      <table className="table skill-table">
        <caption className="hidden-visually">{code('tab', 'skills')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('skills.procedure')}</th>
            {matrix.learners.map(({ id, isOfFamily }) => (
              <th scope="col" key={id}>
                {code('caregiver', id)}
                {!isOfFamily && <span className="small muted"> {say('skills.outside')}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {skillRows(matrix).map(row => (
            <Row key={row.key} {...{ row, matrix, devices, onLook }} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row, matrix, devices, onLook }: Props & { readonly row: SkillRow }) {
  const { say, code } = useSpeech();
  const { procedure, device, needed, alone } = row;
  const model = devices.find(({ id }) => id === device);
  return (
    <tr>
      <th scope="row">
        {needed !== null && <span aria-hidden="true">◎ </span>}
        {code('procedure', procedure)}
        {model && <span className="skill-device small muted">{model.model ?? code('kind', model.kind)}</span>}
        {needed !== null && (
          <span className={alone >= needed ? 'small muted skill-need' : 'small skill-need skill-short'}>
            {say('skills.needed', { needed, alone })}
          </span>
        )}
      </th>
      {matrix.learners.map(({ id: learner }, at) => (
        <td key={learner} data-label={code('caregiver', learner)}>
          <Cell
            cell={row.cells[at] ?? null}
            place={{ learner, procedure, device: row.cells[at] ? row.cells[at].device : device }}
            onLook={onLook}
          />
        </td>
      ))}
    </tr>
  );
}

type CellProps = {
  readonly cell: SkillCell | null;
  readonly place: SkillPlace;
  readonly onLook: (place: SkillPlace) => void;
};

/** Number, word and bar; whether it counts; what the caregiver says of it. */
function Cell({ cell, place, onLook }: CellProps) {
  const { say, code, language } = useSpeech();
  const today = useToday();
  const name = say('skills.look', { who: code('caregiver', place.learner), what: code('procedure', place.procedure) });
  const level = cell ? code('level', String(cell.level)) : null;
  return (
    <button
      type="button"
      className="skill-cell"
      aria-label={say('common.nameWith', { name, more: level ?? say('skills.never') })}
      onClick={() => onLook(place)}
    >
      {cell ? (
        <>
          <LevelBar level={cell.level} />
          <span>
            {level} <span className="small muted">{shortDay(cell.on, language, today)}</span>
          </span>
          {cell.standing !== 'learning' && (
            <span className={`small skill-${cell.standing}`}>
              {say(cell.otherModel ? 'skills.otherModel' : `skills.${cell.standing}`)}
            </span>
          )}
          {cell.self && <span className="small muted">{say('skills.self', { n: cell.self.rating })}</span>}
        </>
      ) : (
        <span className="muted">–</span>
      )}
    </button>
  );
}
