import { type FacilityFileRead, type FacilityFileToRead, readFacilityFile } from './read-facility-file.ts';
import { readBesideMain } from './reader-in-thread.ts';

/** Reads lists of facilities beside the main thread. */
export const readFacilitiesBeside = () =>
  readBesideMain<FacilityFileToRead, string, FacilityFileRead>({
    program: new URL('./facility-thread.js', import.meta.url),
    readHere: readFacilityFile,
    join: (read, batches) => (read.ok ? { ...read, batches } : read),
    tooMuch: {
      ok: false,
      issues: [
        {
          path: '',
          text: {
            ja: '大きすぎて読めません。分けて読み込んでください。',
            en: 'It is too large to be read. Please split it.',
          },
        },
      ],
    },
  });
