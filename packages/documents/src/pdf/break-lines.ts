import type { Choice, Line } from '../paper.ts';

/** What stands together on a line. */
export type Unit = { readonly text: string; readonly width: number; readonly choice?: Choice };

/** Width of the box before a choice, or of the ring around it, beside its words; of a full-width character. */
const MARK = 1.15;
const RING = 0.5;

const noStart = new Set([...'、。,.,.)」』】〉》〕}!?!?・ーゝ々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ::;;…%']);
const noEnd = new Set([...'(「『【〈《〔{']);
const word = /^[A-Za-z0-9.,:/%+#&'@_-]$/;

/** Characters that are never parted: a word or number of Latin letters, else each for itself. */
function partsOf(text: string): string[] {
  const parts: string[] = [];
  for (const character of text) {
    const last = parts.at(-1);
    if (last !== undefined && word.test(character) && word.test(last.at(-1) ?? ''))
      parts[parts.length - 1] = last + character;
    else parts.push(character);
  }
  return parts;
}

type Measure = (text: string) => number;

function unitsOf(line: Line, measure: Measure, width: number): Unit[] {
  const em = measure('あ');
  return line.flatMap(part => {
    if (typeof part === 'string') {
      const whole = partsOf(part).map(text => ({ text, width: measure(text) }));
      // A word that is longer than a line is parted after all.
      return whole.flatMap(unit =>
        unit.width <= width ? [unit] : [...unit.text].map(text => ({ text, width: measure(text) })),
      );
    }
    return [{ text: part.label, width: measure(part.label) + em * (part.mark === 'box' ? MARK : RING), choice: part }];
  });
}

const isSpace = ({ text, choice }: Unit): boolean => !choice && text.trim() === '';

/** A line in as many as it takes at a width; none begins with what closes, or ends with what opens. */
export function breakLine(line: Line, width: number, measure: Measure): Unit[][] {
  const lines: Unit[][] = [];
  let current: Unit[] = [];
  let used = 0;
  for (const unit of unitsOf(line, measure, width)) {
    const isPast = used + unit.width > width && current.length > 0;
    // A space at the end of a line needs no room: it is not seen.
    if (isPast && isSpace(unit)) continue;
    if (isPast) {
      const taken = takenAlong(current, unit);
      lines.push(current);
      current = taken;
      used = taken.reduce((sum, one) => sum + one.width, 0);
    }
    // A space that would begin a line that was broken stands at its end, unseen.
    if (current.length === 0 && lines.length > 0 && isSpace(unit)) continue;
    current.push(unit);
    used += unit.width;
  }
  return [...lines, current];
}

/** What goes down with a unit from the end of a line: whatever may not end it, and one before what may not begin the next. */
function takenAlong(current: Unit[], next: Unit): Unit[] {
  const taken: Unit[] = [];
  const isHeld = () => {
    const first = (taken[0] ?? next).text;
    const last = current.at(-1)?.text ?? '';
    return noStart.has([...first][0] ?? '') || noEnd.has([...last].at(-1) ?? '');
  };
  while (current.length > 1 && isHeld()) {
    const last = current.pop();
    if (last) taken.unshift(last);
  }
  return taken;
}

export const breakLines = (lines: readonly Line[], width: number, measure: Measure): Unit[][] =>
  lines.flatMap(line => breakLine(line, width, measure));
