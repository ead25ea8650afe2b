import { isRecord } from '../../api/is-record.ts';
import { useToday } from '../../app/workplace.tsx';
import { longDay, shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';

type Props = {
  readonly name: string;
  readonly value: unknown;
  readonly names: Readonly<Record<string, string>>;
};

/** Facts whose codes are those of items elsewhere. */
const kinds: Readonly<Record<string, string>> = {
  state: 'item',
  status: 'item',
  minutes: 'minutes',
  level: 'level',
};

/** Bookkeeping of the machine that says nothing to people. */
const unsaid = new Set([
  'seq',
  'conference',
  'requirement',
  'round',
  'id',
  'ordinal',
  'entry',
  'heldSeq',
  'endedSeq',
  'sentSeq',
  'admittedSeq',
  'resultSeq',
  'minutesSeq',
]);

/** Days of a life, said in full with the era; every other day is one of this work and said in short. */
const wholeDays = new Set(['bornOn', 'expectedOn']);

/** One fact in words: days as days, codes as their words, ids of organisations and people as their names. */
export function FactValue({ name, value, names }: Props) {
  const speech = useSpeech();
  const { say, code, language } = speech;
  const today = useToday();
  if (value === null || value === undefined || value === '') return <span className="muted">{say('common.none')}</span>;
  if (typeof value === 'boolean') return say(value ? 'form.yes' : 'form.no');
  if (typeof value === 'string') {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value))
      return wholeDays.has(name) ? longDay(value, language) : shortDay(value, language, today);
    return names[value] ?? code(kinds[name] ?? name, value);
  }
  if (Array.isArray(value)) return <FactList name={name} items={value} names={names} />;
  if (name === 'gestationWeeks') return say('facts.weeks', { n: Number(value) });
  if (!isRecord(value)) return code(name, String(value));
  return <FactParts name={name} value={value} names={names} />;
}

/** The day first, without a word for it; then each part behind its own. */
function FactParts({ name, value, names }: Props & { readonly value: Readonly<Record<string, unknown>> }) {
  const { say, code, findCode } = useSpeech();
  const { on, ...rest } = value;
  const parts = Object.entries(rest).filter(
    ([key, part]) =>
      !unsaid.has(key) && part !== undefined && part !== null && !(key === 'owner' && !names[String(part)]),
  );
  if (parts.length === 0 && on === undefined) return <span className="muted">{say('facts.bare')}</span>;
  return (
    <span className="fact-parts">
      {on !== undefined && (
        <span className="fact-on">
          <FactValue name="on" value={on} names={names} />
        </span>
      )}
      {parts.map(([key, part]) => (
        <span key={key} className="fact-part">
          <span className="muted small">{findCode('fact', `${name}.${key}`) ?? code('fact', key)}</span>
          <FactValue name={key} value={part} names={names} />
        </span>
      ))}
    </span>
  );
}

function FactList({ name, items, names }: { name: string; items: readonly unknown[]; names: Props['names'] }) {
  const { say } = useSpeech();
  if (items.length === 0) return <span className="muted">{say('common.none')}</span>;
  const isPlain = items.every(item => !isRecord(item));
  return (
    <ul className={isPlain ? 'tags' : 'fact-list'}>
      {items.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: facts are shown in the order in which they are kept
        <li key={at} className={isPlain ? 'tag' : ''}>
          <FactValue name={name} value={item} names={names} />
        </li>
      ))}
    </ul>
  );
}
