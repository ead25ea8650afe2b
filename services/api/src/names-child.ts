import { fold } from '@kaerimichi/discharge';

const honorifics = ['さん', 'ちゃん', 'くん', '君', 'さま', '様'].map(fold);

/**
 * Whether a text names one of these children: the whole name, or a part of it as one speaks of a child (石井さん, そらちゃん).
 * A part alone is none: さくら is a ward as well, and 森 a town.
 */
export function namesChild(text: string, names: Iterable<string>): boolean {
  const told = fold(text);
  for (const name of names) {
    const whole = fold(name);
    if (whole.length > 1 && told.includes(whole)) return true;
    const parts = [...name.split(/\s+/).map(fold), whole].filter(part => part !== '');
    if (parts.some(part => honorifics.some(word => told.includes(part + word)))) return true;
  }
  return false;
}
