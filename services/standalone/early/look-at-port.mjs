// Whether the program could listen where it is told to. Plain JavaScript: `npm start` looks before anything is installed
// or built, and the program itself with the same words.
import { createServer } from 'node:net';

/** Listens there for a moment. */
export function lookAtPort(place) {
  const probe = createServer();
  return new Promise((resolve, reject) => {
    probe.once('error', cause => {
      const fault = portFault(cause, place);
      if (fault) resolve(fault);
      else reject(cause);
    });
    if (!isPort(place.PORT)) resolve(null);
    else probe.listen(place.PORT, place.HOST, () => probe.close(() => resolve(null)));
  });
}

const isPort = number => Number.isInteger(number) && number >= 0 && number <= 65_535;

/** What a server's error says of the place; null: it is about something else. */
export function portFault({ code }, { PORT, HOST }) {
  if (code === 'EADDRINUSE') return { ...taken(PORT), code: 'port-in-use' };
  return placeFaults.includes(code) ? { ...noSuchPlace(`${HOST}:${PORT}`, code), code: 'start-failed' } : null;
}

const placeFaults = ['EACCES', 'EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN'];

const taken = port => ({
  ja: `ポート ${port} は、ほかのプログラムが使っています。PORT で別の番号を指定してください。`,
  en: `Port ${port} is in use by another program: set PORT to another one.`,
});

const noSuchPlace = (at, code) => ({
  ja: `${at} では待ち受けられません（${code}）。HOST と PORT を確かめてください（1024 未満の番号には特別な権限が要ります）。`,
  en: `It cannot listen on ${at} (${code}). Check HOST and PORT; a port below 1024 wants a special right.`,
});
