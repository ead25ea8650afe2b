import type { CaseView, EvaluationRow, MeasureRow } from '@kaerimichi/contracts';
import { measures } from '@kaerimichi/discharge';
import { useToday } from '../../app/workplace.tsx';
import { shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { FormLink } from '../preparation/form-link.tsx';

type Props = { readonly view: CaseView; readonly row: EvaluationRow };

/** The same rows at home and in hospital, and in words how they differ. */
export function ValueTable({ view, row: { id, status, values } }: Props) {
  const { say, pick } = useSpeech();
  const columns = ['home', 'hospital'] as const;
  const isOver = status === 'closed' || status === 'withdrawn';
  const isIn = status === 'admitted' || status === 'evaluated';
  return (
    <section className="stack-tight">
      <h4>{say('evaluation.values')}</h4>
      {values.length === 0 && <p className="muted">{say('evaluation.noValues')}</p>}
      {values.length > 0 && (
        <div className="table-frame">
          <table className="table aftercare-table value-table">
            <caption className="hidden-visually">{say('evaluation.values')}</caption>
            <thead>
              <tr>
                <th scope="col">{say('evaluation.measure')}</th>
                {columns.map(column => (
                  <th scope="col" key={column}>
                    {say(`evaluation.${column}`)}
                  </th>
                ))}
                <th scope="col">{say('evaluation.difference')}</th>
              </tr>
            </thead>
            <tbody>
              {values.map(value => (
                <tr key={value.measure}>
                  <th scope="row">{pick(measures[value.measure].label)}</th>
                  {columns.map(column => (
                    <td key={column} data-label={say(`evaluation.${column}`)}>
                      <Value value={value[column]} />
                    </td>
                  ))}
                  <td data-label={say('evaluation.difference')}>
                    <Differs of={value.difference} counts={measures[value.measure].kind === 'care'} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="row">
        {!isOver && (
          <FormLink view={view} can={view.can} event="evaluation.measured" fill={{ evaluationId: id, where: 'atHome' }}>
            {say('evaluation.measureHome')}
          </FormLink>
        )}
        {isIn && (
          <FormLink
            view={view}
            can={view.can}
            event="evaluation.measured"
            fill={{ evaluationId: id, where: 'inHospital' }}
          >
            {say('evaluation.measureHospital')}
          </FormLink>
        )}
      </p>
    </section>
  );
}

function Value({ value }: { value: MeasureRow['home'] }) {
  const { code, language } = useSpeech();
  const today = useToday();
  if (!value) return '–';
  return (
    <>
      <b>{value.value}</b>{' '}
      <span className="small muted">
        {shortDay(value.on, language, today)} {code('role', value.by.role)}
      </span>
    </>
  );
}

type DiffersProps = { readonly of: MeasureRow['difference']; readonly counts: boolean };

/** `counts`: more and fewer are said of it, not higher and lower. */
function Differs({ of, counts }: DiffersProps) {
  const { say } = useSpeech();
  if (!of) return '–';
  if (!('by' in of))
    return <span className={of.is === 'differs' ? 'aftercare-differs' : ''}>{say(`evaluation.${of.is}`)}</span>;
  const word = counts ? ({ higher: 'more', lower: 'fewer' } as const)[of.is] : of.is;
  return <span className="aftercare-differs">{say(`evaluation.${word}`, { by: of.by })}</span>;
}
