import type { FacilityReport } from '@kaerimichi/contracts';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { ShowMore } from '../../parts/show-more.tsx';
import { longDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { rowWords } from './row-words.ts';

const figures = ['read', 'new', 'changed', 'same', 'refused'] as const;

/** What a file holds, what became of its rows, and which were left out and why. */
export function FacilityReportView({ report }: { report: FacilityReport }) {
  const { say } = useSpeech();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const { rows, dryRun } = report;
  const isEmpty = report.parts.every(({ list }) => list === null);
  return (
    <section className="panel stack" aria-labelledby="report-title">
      <h2 id="report-title" tabIndex={-1} ref={title}>
        {say(dryRun ? 'import.tried' : 'import.done')}
      </h2>
      <p className={isEmpty ? 'note-soon' : dryRun ? 'note-info' : 'note-done'}>
        {say(isEmpty ? 'facilityImport.none' : dryRun ? 'import.triedText' : 'facilityImport.doneText')}{' '}
        {!isEmpty && !dryRun && <Link to="/resources">{say('facilityImport.look')}</Link>}
      </p>
      <dl className="figures">
        {figures.map(name => (
          <div key={name}>
            <dt>{say(`facilityImport.${name}`)}</dt>
            <dd data-figure={name}>{rows[name]}</dd>
          </div>
        ))}
      </dl>
      <Parts parts={report.parts} />
      <Issues report={report} />
    </section>
  );
}

function Parts({ parts }: Pick<FacilityReport, 'parts'>) {
  const { say, pick, code, language } = useSpeech();
  return (
    <section className="stack-tight">
      <h3>{say('facilityImport.parts')}</h3>
      <div className="table-frame">
        <table className="table draft-table">
          <caption className="hidden-visually">{say('facilityImport.parts')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('facilityImport.part')}</th>
              <th scope="col">{say('facilityImport.list')}</th>
              <th scope="col">{say('facilityImport.rows')}</th>
              <th scope="col">{say('facilityImport.kinds')}</th>
            </tr>
          </thead>
          <tbody>
            {parts.map(({ at, list, holds, releasedOn, read, kinds }) => (
              <tr key={at}>
                <th scope="row">{at || say('facilityImport.whole')}</th>
                <td data-label={say('facilityImport.list')}>
                  {list
                    ? pick(list.name)
                    : holds
                      ? say('facilityImport.holds', { what: pick(holds) })
                      : say('facilityImport.unknown')}
                  {list && <span className="small muted facility-line">{list.credit}</span>}
                  {releasedOn && (
                    <span className="small muted facility-line">
                      {say('resources.listedOn', { day: longDay(releasedOn, language) })}
                    </span>
                  )}
                </td>
                <td data-label={say('facilityImport.rows')}>{read}</td>
                <td data-label={say('facilityImport.kinds')}>
                  {kinds
                    .map(({ kind, n }) => say('facilityImport.kindCount', { kind: code('facilityKind', kind), n }))
                    .join(say('common.listMark'))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const FIRST = 50;

function Issues({ report: { issues, issueCount } }: { report: FacilityReport }) {
  const speech = useSpeech();
  const { say, pick } = speech;
  const [most, setMost] = useState(FIRST);
  const placeOf = (path: string, rows: number) => {
    const place = rowWords(path, speech);
    return rows > 1 && path.includes('#') ? say('facilityImport.moreRows', { place, n: rows }) : place;
  };
  return (
    <section className="stack-tight">
      <h3>{say('facilityImport.issues', { n: issueCount })}</h3>
      {issues.length === 0 && <p className="muted">{say('facilityImport.noIssues')}</p>}
      {issues.length < issueCount && <p className="muted">{say('import.leftOutFirst', { n: issues.length })}</p>}
      {issues.length > 0 && (
        <div className="table-frame">
          <table className="table draft-table">
            <caption className="hidden-visually">{say('facilityImport.issues', { n: issueCount })}</caption>
            <thead>
              <tr>
                <th scope="col">{say('import.where')}</th>
                <th scope="col">{say('facilityImport.what')}</th>
                <th scope="col">{say('import.why')}</th>
              </tr>
            </thead>
            <tbody>
              {issues.slice(0, most).map(({ path, why, text, rows, isRefused }) => (
                <tr key={`${path} ${why}`}>
                  <td data-label={say('import.where')}>
                    <span className="place">{placeOf(path, rows)}</span>
                  </td>
                  <td data-label={say('facilityImport.what')}>
                    {say(isRefused ? 'facilityImport.leftOut' : 'facilityImport.noted')}
                  </td>
                  <td data-label={say('import.why')}>{pick(text)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {issues.length > most && <ShowMore onPress={() => setMost(most + 200)} />}
    </section>
  );
}
