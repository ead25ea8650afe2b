import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow, fromRoot, root } from './files-below.ts';

/** Who may import whom (docs/address-book.md); nothing else may. */
const allowed: Record<string, readonly string[]> = {
  rules: [],
  discharge: ['rules'],
  access: ['discharge'],
  notices: ['discharge'],
  documents: ['discharge', 'rules'],
  contracts: ['discharge', 'access', 'rules', 'notices'],
  casework: ['discharge', 'access', 'rules'],
  store: ['casework', 'discharge', 'access'],
  interop: ['discharge', 'rules'],
  runtime: [],
  demo: ['casework', 'discharge', 'access'],
  testkit: ['store', 'casework', 'discharge', 'access', 'contracts', 'demo'],
  api: ['contracts', 'casework', 'store', 'documents', 'interop', 'runtime', 'access', 'discharge', 'rules'],
  realtime: ['contracts', 'access', 'casework', 'store', 'runtime', 'discharge'],
  worker: ['casework', 'store', 'runtime', 'discharge', 'access', 'notices'],
  standalone: ['api', 'realtime', 'worker', 'store', 'demo', 'runtime', 'casework', 'discharge', 'access'],
  console: ['contracts', 'discharge'],
  e2e: ['contracts'],
};
/** Libraries that one room alone may know. */
const guarded: Record<string, readonly string[]> = {
  pg: ['store', 'testkit', 'e2e'],
  '@prisma/client': ['store'],
  xstate: ['discharge', 'e2e'],
  '@casl/ability': ['access'],
  express: ['api', 'e2e'],
  'socket.io': ['realtime', 'e2e'],
  react: ['console'],
  nodemailer: ['worker'],
  pdfkit: ['documents'],
  'web-push': ['worker'],
};
/** What a browser loads without the rest of its room, and the statechart that it never loads. */
const secondFaces = ['discharge/chart', 'rules/calendar', 'documents/pdf'];
const pure = ['rules', 'discharge', 'access', 'interop', 'notices', 'documents'];

const roomOf = (file: string) => {
  const [top = '', second = ''] = fromRoot(file).split('/');
  return top === 'e2e' ? 'e2e' : second;
};
const files = ['packages', 'services', 'e2e']
  .flatMap(folder => [...filesBelow(join(root, folder))])
  .filter(file => /\.tsx?$/.test(file));
const importsOf = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(match => match[1] ?? '');
/** Rooms that are for tests alone: what they know is asked of all their modules but the tests themselves. */
const forTests = ['e2e', 'testkit'];
const isTest = (file: string) => /\.test\.tsx?$|\/testing\//.test(fromRoot(file));
const isProgram = (file: string) => !isTest(file) && !forTests.includes(roomOf(file));

describe('layers', () => {
  it('finds the modules of every room', () => {
    const rooms = new Set(files.map(roomOf));
    for (const room of Object.keys(allowed)) expect(rooms, room).toContain(room);
  });

  it.each(Object.keys(allowed))('%s knows only the rooms it may know, by their face', room => {
    const asked = files.filter(file => roomOf(file) === room && !isTest(file));
    expect(asked).not.toEqual([]);
    const faults = asked.flatMap(file =>
      importsOf(file)
        .filter(name => name.startsWith('@kaerimichi/'))
        .filter(name => {
          const [, other = '', ...deeper] = name.split('/');
          const isFace = deeper.length === 0 || secondFaces.includes(`${other}/${deeper.join('/')}`);
          return !isFace || !allowed[room]?.includes(other);
        })
        .map(name => `${fromRoot(file)} → ${name}`),
    );
    expect(faults).toEqual([]);
  });

  it('keeps each guarded library in its room', () => {
    const faults = files
      .filter(file => !isTest(file))
      .flatMap(file =>
        importsOf(file)
          .filter(name => guarded[name] && !guarded[name].includes(roomOf(file)))
          .map(name => `${fromRoot(file)} → ${name}`),
      );
    expect(faults).toEqual([]);
  });

  it('keeps the console away from the statechart: the server explains', () => {
    const faults = files
      .filter(file => roomOf(file) === 'console' && isProgram(file))
      .filter(file => importsOf(file).includes('@kaerimichi/discharge/chart'));
    expect(faults).toEqual([]);
  });

  it('keeps clock and IO out of the pure rooms', () => {
    const faults = files
      .filter(file => pure.includes(roomOf(file)) && isProgram(file))
      .filter(file =>
        /Date\.now|new Date\(\)|setTimeout|from 'node:(fs|net|http|child_process)/.test(readFileSync(file, 'utf8')),
      );
    expect(faults.map(fromRoot)).toEqual([]);
  });

  it('asks raw SQL in store alone, and never unsafely', () => {
    const program = files.filter(file => isProgram(file));
    const asking = (pattern: RegExp) => program.filter(file => pattern.test(readFileSync(file, 'utf8')));
    expect(asking(/\$(queryRawUnsafe|executeRawUnsafe)/)).toEqual([]);
    const raw = asking(/\$(?:queryRaw|executeRaw)\b|\b(?:pool|client|connection|transaction)\.query\(/);
    expect(raw.filter(file => roomOf(file) === 'store')).not.toEqual([]);
    expect(raw.filter(file => roomOf(file) !== 'store').map(fromRoot)).toEqual([]);
  });

  it('reads what is guarded by statements of its own: no nested include, no model call, no filter that a client made', () => {
    const inStore = files.filter(
      file => roomOf(file) === 'store' && isProgram(file) && !/generated|migration/.test(fromRoot(file)),
    );
    const faultsOf = (pattern: RegExp, sources: readonly string[]) =>
      sources.filter(file => pattern.test(readFileSync(file, 'utf8'))).map(fromRoot);
    // CASL and case_access guard the root of a query only: what is included hangs from it unguarded.
    const including = faultsOf(/\binclude:/, inStore);
    expect(including).toEqual(['packages/store/src/people/memberships.ts']);
    const guardedModels =
      /client\.(careCase|caseState|caseEvent|caseAccess|boardCard|record|deadline|outbox\w*|accessLog)\b/;
    expect(faultsOf(guardedModels, inStore)).toEqual([]);
    // A `where` names its fields: nothing that came over the wire is spread into one.
    const spread = /where: *(\{ *\.\.\.(?!\()|body|query|params|filters?\b)|\.\.\.(body|query|params|filters?)\b/;
    expect(faultsOf(spread, inStore)).toEqual([]);
    const services = files.filter(file => ['api', 'realtime'].includes(roomOf(file)) && isProgram(file));
    expect(faultsOf(/\.\.\.(body|query|params)\b/, services)).toEqual([]);
  });

  it('reads case_access in every list of cases', () => {
    const lists = files.filter(file => /store\/src\/board\/[\w-]+\.ts$/.test(fromRoot(file)) && isProgram(file));
    const unguarded = lists.flatMap(file =>
      [
        ...readFileSync(file, 'utf8').matchAll(
          /`[^`]*\b(?:care_case|board_card|case_state|case_event)\b[^`]*`|'[^'\n]*\bFROM (?:care_case|board_card)\b[^'\n]*'/g,
        ),
      ]
        .map(([text]) => text.replace(/\s+/g, ' '))
        .filter(text => /SELECT/.test(text) && !text.includes('case_access'))
        .map(text => `${basename(file)}: ${text.slice(0, 80)}`),
    );
    // Cards by ids that a guarded statement found a moment ago.
    expect(unguarded).toEqual([
      `board.ts: 'SELECT case_id, version, card FROM board_card WHERE case_id = ANY ($1::text[])'`,
    ]);
  });

  it('names no file for what it is not', () => {
    const nameless = files.filter(file =>
      /^(utils?|helpers?|common|misc|types|constants|manager)\.tsx?$/.test(basename(file)),
    );
    expect(nameless).toEqual([]);
  });
});
