/** The wall display that `/wall/demo` becomes: numbers only, and a PIN that everybody is told. */
export const demoWall = {
  id: 'demo',
  org: 'org-kodomo',
  name: '病棟ナースステーション(デモ)',
  level: 'number',
  nightDimming: true,
  reducedMotion: false,
  pin: '246810',
} as const;
