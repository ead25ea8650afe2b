import type { PathwayProof } from '@kaerimichi/contracts';
import { type ReactNode, useState } from 'react';
import { useWorkplace } from '../../app/workplace.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import type { WordKey } from '../../words/words.ts';
import { proofWords } from './proof-words.ts';

type Row = {
  readonly key: string;
  readonly name: string;
  readonly cells: readonly ReactNode[];
  readonly isHole: boolean;
  /** Golden histories that pass there; null where none could. */
  readonly histories: number | null;
};

/** Moves, entries, conditions and deadlines: each a table that opens, with what the histories do not pass on demand. */
export function ProofTables({ proof }: { readonly proof: PathwayProof }) {
  const { say } = useSpeech();
  const [isNotWalked, setNotWalked] = useState(false);
  const shown = (rows: readonly Row[]) => (isNotWalked ? rows.filter(({ histories }) => histories === 0) : rows);
  const tables = useTables(proof);
  return (
    <section className="stack">
      <label className="row proof-filter">
        <input type="checkbox" checked={isNotWalked} onChange={event => setNotWalked(event.target.checked)} />
        <span>{say('proof.notWalked')}</span>
      </label>
      {tables.map(({ title, text, heads, rows }) => (
        <details key={title} className="panel" open={rows.some(({ isHole }) => isHole)}>
          <summary>
            <span className="proof-title">{say(title)}</span> <span className="small muted">{shown(rows).length}</span>
          </summary>
          {text && <p className="small prose">{say(text)}</p>}
          <Table title={say(title)} heads={heads} rows={shown(rows)} />
        </details>
      ))}
    </section>
  );
}

type TableProps = { readonly title: string; readonly heads: readonly WordKey[]; readonly rows: readonly Row[] };

function Table({ title, heads, rows }: TableProps) {
  const { say } = useSpeech();
  const isCounted = rows.some(({ histories }) => histories !== null);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than a phone is scrolled by keyboard, too
    <section className="table-frame" tabIndex={0} aria-label={title}>
      <table className="table proof-table">
        <caption className="hidden-visually">{title}</caption>
        <thead>
          <tr>
            {heads.map(head => (
              <th key={head} scope="col">
                {say(head)}
              </th>
            ))}
            {isCounted && <th scope="col">{say('proof.histories')}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, cells, isHole, histories }) => (
            <tr key={key} className={isHole ? 'proof-hole' : undefined}>
              <th scope="row">
                {isHole && <Glyph name="overdue" />} {name}
              </th>
              {cells.map((cell, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns stand where their heads are
                <td key={index}>{cell}</td>
              ))}
              {isCounted && (
                <td className="unbroken">
                  {histories === 0 ? say('proof.noHistory') : say('proof.historyCount', { n: histories ?? 0 })}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type Shown = {
  readonly title: WordKey;
  readonly text?: WordKey;
  readonly heads: readonly WordKey[];
  readonly rows: readonly Row[];
};

function useTables({ moves, events, requirements, timers, holes }: PathwayProof): readonly Shown[] {
  const speech = useSpeech();
  const { say, code } = speech;
  const { pathway } = useWorkplace();
  const words = proofWords(pathway, speech);
  const answer = (isSo: boolean) => say(isSo ? 'proof.yes' : 'proof.no');
  const list = (names: readonly string[], name: (one: string) => string) =>
    names.map(name).join(say('common.listMark'));
  const isHole = (of: string) => holes.some(hole => hole.of === of);
  const moveRows = moves.map(({ from, event, to, isTaken, histories }): Row => {
    const key = `${from} ${event} ${to}`;
    const cells = [words.place(from), words.place(to), answer(isTaken)];
    return { key, name: words.event(event), cells, isHole: isHole(key), histories };
  });
  const eventRows = events.map(({ type, handled, histories }): Row => {
    const cells = [say(`proof.${handled ?? 'unhandled'}`)];
    return { key: type, name: words.event(type), cells, isHole: isHole(type), histories };
  });
  const requirementRows = requirements.map(({ id, asking, isBlocking, isReleased, histories }): Row => {
    const cells = [list(asking, words.event), answer(isBlocking), answer(isReleased)];
    return { key: id, name: words.requirement(id), cells, isHole: isHole(id), histories };
  });
  const timerRows = timers.map(({ kind, fires, told }): Row => {
    const cells = [
      fires ? words.event(fires) : say('proof.shown'),
      told ? told.notice && code('noticeKind', told.notice) : say('proof.itself'),
      told && list(told.roles, role => code('role', role)),
      told?.escalatedTo && list(told.escalatedTo, role => code('role', role)),
    ];
    return { key: kind, name: words.timer(kind), cells, isHole: isHole(kind), histories: null };
  });
  return [
    {
      title: 'proof.moves',
      text: 'proof.movesText',
      heads: ['proof.move', 'proof.from', 'proof.to', 'proof.tried'],
      rows: moveRows,
    },
    { title: 'proof.events', heads: ['proof.event', 'proof.eventState'], rows: eventRows },
    {
      title: 'proof.requirements',
      heads: ['proof.requirement', 'proof.asking', 'proof.blocks', 'proof.releases'],
      rows: requirementRows,
    },
    {
      title: 'proof.timers',
      text: 'proof.timersText',
      heads: ['proof.timer', 'proof.fires', 'proof.notice', 'proof.roles', 'proof.escalatedTo'],
      rows: timerRows,
    },
  ];
}
