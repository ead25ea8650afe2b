import { useSpeech } from '../../words/speech-context.tsx';
import type { ShownTable } from './shown-tables.ts';

/** One table of counts with how it is counted, which belongs to it on paper too. */
export function CountsTable({ table }: { table: ShownTable }) {
  const { say } = useSpeech();
  return (
    <section className="panel stack-tight counts-part" aria-labelledby={`counts-${table.id}`}>
      <h2 id={`counts-${table.id}`}>{table.title}</h2>
      <p className="small prose" id={`counts-how-${table.id}`}>
        <strong>{say('counts.how')}</strong> {table.how}
      </p>
      <div className="table-frame">
        <table className="table counts-table" aria-describedby={`counts-how-${table.id}`}>
          <caption className="hidden-visually">{table.title}</caption>
          <thead>
            <tr>
              <th scope="col">{say('counts.group')}</th>
              <th scope="col">{say('counts.count')}</th>
            </tr>
          </thead>
          <tbody>
            {table.rows.map(row => (
              <Row key={row.key} row={row} />
            ))}
          </tbody>
          <tfoot>
            <Row row={table.total} />
          </tfoot>
        </table>
      </div>
    </section>
  );
}

function Row({ row: { label, count, isHidden } }: { row: ShownTable['total'] }) {
  return (
    <tr>
      <th scope="row">{label}</th>
      <td className={isHidden ? 'muted' : undefined}>{count}</td>
    </tr>
  );
}
