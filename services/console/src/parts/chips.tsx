import { shortDay } from '../words/dates.ts';
import { useSpeech } from '../words/speech-context.tsx';
import { deadlineOf } from './deadline.ts';
import { Glyph } from './glyph.tsx';

/** Deadline as word, glyph and colour. */
export function DeadlineChip({ on, today }: { on: string | undefined; today: string }) {
  const { say, language } = useSpeech();
  const { kind, days } = deadlineOf(on, today);
  const words = {
    overdue: () => say('due.over', { days }),
    today: () => say('due.today'),
    soon: () => say('due.soon', { days }),
    due: () => say('due.by', { day: on ? shortDay(on, language, today).replace(/\s?[((].*$/, '') : '' }),
    none: () => say('due.none'),
  };
  return (
    <span className={`due due-${kind}`}>
      <Glyph name={kind} /> {words[kind]()}
    </span>
  );
}

/** Why a case stands still: the first reason, and how many more. */
export function HoldChip({ holds }: { holds: readonly { readonly code: string }[] }) {
  const { say, code } = useSpeech();
  const [first, ...more] = holds;
  if (!first) return null;
  return (
    <span className="hold-chip">
      <Glyph name="hold" /> {say('hold.short', { reason: code('code', first.code) })}
      {more.length > 0 && ` ${say('common.andMore', { n: more.length })}`}
    </span>
  );
}

/** Care needs as tags: four at most on a card, the rest counted. */
export function NeedTags({ needs, most = 4 }: { needs: readonly string[]; most?: number }) {
  const { say, code } = useSpeech();
  const [shown, rest] = [needs.slice(0, most), needs.slice(most)];
  if (needs.length === 0) return null;
  return (
    <span className="tags">
      {shown.map(need => (
        <span className="tag" key={need}>
          {code('need', need)}
        </span>
      ))}
      {rest.length > 0 && (
        <span className="tag" title={rest.map(need => code('need', need)).join(' · ')}>
          {say('common.plus', { n: rest.length })}
        </span>
      )}
    </span>
  );
}
