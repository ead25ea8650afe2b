import type { ReactNode } from 'react';
import { longDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { CallableText } from '../case/callable-text.tsx';

type Parts = Readonly<Record<string, unknown>>;
export const isParts = (value: unknown): value is Parts =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** One value: what it is first, then how, when and in which state; the place in the file last. */
export function ContentItem({ name, item }: { name: string; item: unknown }) {
  const { code, findCode, language } = useSpeech();
  if (!isParts(item)) return name === 'phones' ? <CallableText text={String(item)} /> : String(item);
  const text = textOf(item.text) || textOf(item.name);
  const need = textOf(item.need);
  const relation = textOf(item.relation);
  const on = textOf(item.on);
  const day = /^\d{4}-\d{2}-\d{2}$/.test(on) ? longDay(on, language) : on;
  const states = textOf(item.status)
    .split(', ')
    .map(state => findCode('fhirStatus', state.toLowerCase()) ?? state);
  const numbers = Array.isArray(item.phones) ? item.phones.map(textOf) : [];
  const phones = numbers.filter(Boolean).map(number => <CallableText key={number} text={number} />);
  const said = textOf(item.said);
  const small = [textOf(item.kana), relation && said !== '' && code('relation', relation) !== said ? said : ''];
  const facts: ReactNode[] = [...small, ...phones, textOf(item.detail), day, ...states].filter(Boolean);
  return (
    <span className="draft-parts">
      {need && <strong>{code('need', need)}</strong>}
      {relation && <span className="muted">{code('relation', relation)}</span>}
      <span>{(name === 'encounters' && findCode('encounter', text)) || text}</span>
      {item.critical === 'high' && <span className="tag">{code('critical', 'high')}</span>}
      {facts.map((fact, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a fixed order of facts
        <span key={at} className="small muted">
          {fact}
        </span>
      ))}
    </span>
  );
}
