/**
 * Messages of the socket: what the client sends, and how it is answered to whoever sees cases by the organisation and to
 * whoever does not; what the server sends, and to whom.
 */
export const socketTable: Readonly<Record<string, { readonly sighted: string; readonly sightless: string }>> = {
  'board.watch': { sighted: 'pulse', sightless: 'not-permitted' },
  'board.sync': { sighted: 'changed', sightless: 'not-permitted' },
  'case.watch': { sighted: 'version, or not-found where the case is not seen', sightless: 'not-found' },
  'case.leave': { sighted: 'silence', sightless: 'silence' },
  'presence.set': { sighted: 'silence', sightless: 'silence' },
  'form.set': { sighted: 'silence', sightless: 'silence' },
  'cases.changed': { sighted: 'of cases that are seen', sightless: 'never' },
  'board.pulse': { sighted: 'of cases that are seen', sightless: 'never' },
  'case.event': { sighted: 'of a watched case that is seen', sightless: 'never' },
  'presence.now': { sighted: 'of colleagues, and of whoever has a case open that is seen', sightless: 'never' },
  'form.edited': {
    sighted: 'of a form that is open and may be sent, and of whom that is open to as well and may be heard of',
    sightless: 'never',
  },
  // A wall display that is a screen: services/realtime/src/walls.db.test.ts.
  'wall.sight': { sighted: 'never', sightless: 'never' },
  'session.ended': { sighted: 'once it ended', sightless: 'once it ended' },
};
