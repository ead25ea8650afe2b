import type { BedStrip, CaseView, EvaluationRow } from '@kaerimichi/contracts';
import { addDays } from '@kaerimichi/discharge';
import { useToday } from '../../app/workplace.tsx';
import { Button } from '../../parts/button.tsx';
import { useWide } from '../../parts/use-wide.ts';
import { shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { FormLink } from '../preparation/form-link.tsx';
import { BedCount } from './bed-count.tsx';
import { freeBeds } from './free-beds.ts';
import { WaitingList } from './waiting-list.tsx';

type Props = {
  readonly view: CaseView;
  readonly row: EvaluationRow;
  readonly strip: BedStrip;
  /** Another first day of the strip. */
  readonly onFrom: (day: string) => void;
};

/** From this width on the days stand beside each other; below it under each other. */
const DAYS_ABREAST = 1800;

/** ベッド調整: two weeks of the house's evaluation beds, and the list of those who wait when all are taken. */
export function BedTable({ view, row, strip, onFrom }: Props) {
  const { say } = useSpeech();
  return (
    <section className="stack-tight">
      <h4>{say('beds.title')}</h4>
      {strip.count === null || strip.count === 0 ? (
        <p className="muted">{say('beds.unknown')}</p>
      ) : (
        <>
          <Days strip={strip} />
          <Moving strip={strip} onFrom={onFrom} />
          <Choices {...{ view, row, strip }} />
        </>
      )}
      <WaitingList strip={strip} />
      {strip.mayKeep && <BedCount strip={strip} />}
    </section>
  );
}

function Days({ strip }: { strip: BedStrip }) {
  const isAbreast = useWide(DAYS_ABREAST);
  return isAbreast ? <Abreast strip={strip} /> : <Below strip={strip} />;
}

function Abreast({ strip: { beds } }: { strip: BedStrip }) {
  const { say, language } = useSpeech();
  const today = useToday();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by keys
    <section className="table-frame" aria-label={say('beds.caption')} tabIndex={0}>
      <table className="table bed-table">
        <caption className="hidden-visually">{say('beds.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('beds.bed')}</th>
            {beds[0]?.days.map(({ on }) => (
              <th scope="col" key={on}>
                {shortDay(on, language, today)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {beds.map(({ no, days }) => (
            <tr key={no}>
              <th scope="row">{say('evaluation.bedNo', { no })}</th>
              {days.map(day => (
                <BedDay key={day.on} day={day} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Below({ strip: { beds } }: { strip: BedStrip }) {
  const { say, language } = useSpeech();
  const today = useToday();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by keys
    <section className="table-frame" aria-label={say('beds.caption')} tabIndex={0}>
      <table className="table bed-table">
        <caption className="hidden-visually">{say('beds.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('beds.day')}</th>
            {beds.map(({ no }) => (
              <th scope="col" key={no}>
                {say('evaluation.bedNo', { no })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {beds[0]?.days.map(({ on }, at) => (
            <tr key={on}>
              <th scope="row">{shortDay(on, language, today)}</th>
              {beds.map(({ no, days }) => {
                const day = days[at];
                return day ? <BedDay key={no} day={day} /> : null;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function BedDay({ day: { is, caseNo } }: { day: BedStrip['beds'][number]['days'][number] }) {
  const { say } = useSpeech();
  const mark = { free: '○', own: '●', taken: '×' }[is];
  return (
    <td className={`bed-${is}`}>
      <span aria-hidden="true">{mark}</span>{' '}
      <span className={is === 'free' ? 'hidden-visually' : ''}>{say(`beds.${is}`)}</span> {is === 'taken' && caseNo}
    </td>
  );
}

function Moving({ strip: { beds }, onFrom }: Pick<Props, 'strip' | 'onFrom'>) {
  const { say } = useSpeech();
  const first = beds[0]?.days[0]?.on;
  if (!first) return null;
  return (
    <p className="row">
      <Button isSmall onClick={() => onFrom(addDays(first, -14))}>
        {say('beds.earlier')}
      </Button>
      <Button isSmall onClick={() => onFrom(addDays(first, 14))}>
        {say('beds.later')}
      </Button>
    </p>
  );
}

/** A bed that is free on every day that is wished for; none: the waiting list. */
function Choices({ view, row, strip }: Pick<Props, 'view' | 'row' | 'strip'>) {
  const { say } = useSpeech();
  const { id, from, to, status, waitingSince } = row;
  const fill = { evaluationId: id };
  if (!from || !to)
    return (
      <p>
        <FormLink view={view} can={view.can} event="evaluation.bedHeld" fill={fill}>
          {say('beds.holdAny')}
        </FormLink>
      </p>
    );
  const free = freeBeds(strip, { from, to });
  return (
    <>
      {free.length === 0 && status === 'requested' && <p className="aftercare-differs">{say('beds.full')}</p>}
      <p className="row">
        {free.map(no => (
          <FormLink
            key={no}
            view={view}
            can={view.can}
            event="evaluation.bedHeld"
            fill={{ ...fill, from, to, bed: String(no) }}
          >
            {say('beds.hold', { no })}
          </FormLink>
        ))}
        {free.length === 0 && (
          <FormLink view={view} can={view.can} event="evaluation.bedHeld" fill={fill}>
            {say('beds.otherDays')}
          </FormLink>
        )}
        {status === 'requested' && !waitingSince && (
          <FormLink view={view} can={view.can} event="evaluation.waitlisted" fill={fill}>
            {say('beds.wait')}
          </FormLink>
        )}
      </p>
    </>
  );
}
