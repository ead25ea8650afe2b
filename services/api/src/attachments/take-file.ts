import type { Words } from '@kaerimichi/discharge';
import { stripJpeg } from './strip-jpeg.ts';
import { stripPng } from './strip-png.ts';

export type TakenFile =
  | { readonly ok: true; readonly mediaType: 'pdf' | 'jpeg' | 'png'; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly why: Words };

/** experience.md §9. */
const wrongKind: Words = {
  ja: 'この形式は使えません。PDF・JPEG・PNG(20MBまで)を選んでください。',
  en: 'Use PDF, JPEG or PNG up to 20 MB.',
};
const broken: Words = {
  ja: 'ファイルが壊れているか、途中で切れています。もう一度選んでください。',
  en: 'The file is broken or cut off. Please choose it again.',
};

/** Of a PDF, so much at its end holds the mark of the end. */
const TAIL = 4096;

/** A file by what it is, never by its name: pictures without what tells of place, time and device. */
export function takeFile(file: Uint8Array): TakenFile {
  if (begins(file, '%PDF-')) {
    const tail = Buffer.from(file.subarray(Math.max(0, file.length - TAIL))).toString('latin1');
    return tail.includes('%%EOF') ? { ok: true, mediaType: 'pdf', bytes: file } : { ok: false, why: broken };
  }
  if (file[0] === 0xff && file[1] === 0xd8) return whole('jpeg', stripJpeg(file));
  if (begins(file, '\x89PNG')) return whole('png', stripPng(file));
  return { ok: false, why: wrongKind };
}

const begins = (file: Uint8Array, text: string): boolean =>
  [...text].every((letter, at) => file[at] === letter.charCodeAt(0));

const whole = (mediaType: 'jpeg' | 'png', bytes: Uint8Array | null): TakenFile =>
  bytes ? { ok: true, mediaType, bytes } : { ok: false, why: broken };
