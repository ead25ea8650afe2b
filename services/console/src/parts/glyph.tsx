import type { ReactNode } from 'react';

/** Every glyph is drawn, never typed: the Japanese fonts lack half of them. */
const shapes = {
  overdue: <path d="M8 2 15 14H1Z" />,
  today: <path d="M8 1 15 8 8 15 1 8Z" />,
  soon: (
    <>
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M8 8V2a6 6 0 0 1 6 6Z" />
    </>
  ),
  due: <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" strokeWidth="1.6" />,
  none: <path d="M2 7.2h12v1.6H2Z" />,
  hold: <rect x="2" y="2" width="12" height="12" rx="1" />,
  check: <path d="M6.3 13.2 1.6 8.5l1.6-1.6 3.1 3.1 6.5-6.6 1.6 1.6Z" />,
  cross: <path d="m3.6 2 4.4 4.4L12.4 2 14 3.6 9.6 8l4.4 4.4-1.6 1.6L8 9.6 3.6 14 2 12.4 6.4 8 2 3.6Z" />,
  waived: <path d="M7 1h2v9H7Zm0 11h2v2.5H7Z" />,
  dot: <circle cx="8" cy="8" r="5" />,
  ring: <circle cx="8" cy="8" r="4.2" fill="none" stroke="currentColor" strokeWidth="1.6" />,
  back: <path d="M7 2 8.4 3.4 4.8 7H15v2H4.8l3.6 3.6L7 14 1 8Z" />,
  down: <path d="M8 11.5 2 5.6 3.5 4 8 8.5 12.5 4 14 5.6Z" />,
  search: (
    <path d="M7 1a6 6 0 1 0 3.5 10.8l3.4 3.4 1.3-1.3-3.4-3.4A6 6 0 0 0 7 1Zm0 1.8a4.2 4.2 0 1 1 0 8.4 4.2 4.2 0 0 1 0-8.4Z" />
  ),
  calendar: <path d="M4 1h2v2h4V1h2v2h3v12H1V3h3Zm-1 6v6h10V7Z" />,
  plus: <path d="M7 2h2v5h5v2H9v5H7V9H2V7h5Z" />,
  more: (
    <>
      <circle cx="3" cy="8" r="1.6" />
      <circle cx="8" cy="8" r="1.6" />
      <circle cx="13" cy="8" r="1.6" />
    </>
  ),
  person: (
    <path d="M8 1.5a3.25 3.25 0 1 0 0 6.5 3.25 3.25 0 0 0 0-6.5ZM1.500 14.500c0-3.300 2.700-5.500 6.500-5.500s6.500 2.200 6.500 5.500Z" />
  ),
  board: <path d="M1 2h4v12H1Zm5 0h4v8H6Zm5 0h4v10h-4Z" />,
  handoff: <path d="M1 6h8V2l6 6-6 6v-4H1Z" />,
  table: (
    <path d="M1 2h14v12H1Zm1.600 4.400v1.800h3.200V6.400Zm4.800 0v1.800h6V6.400Zm-4.800 3.400v2.600h3.200V9.800Zm4.800 0v2.600h6V9.800Z" />
  ),
  inbox: <path d="M8 1v7l2.5-2.5L12 7l-4 4-4-4 1.5-1.5L8 8ZM1 10h2v3h10v-3h2v5H1Z" />,
  bell: (
    <path d="M8 1a4.500 4.500 0 0 0-4.500 4.500V9L2 11.500V12h12v-.500L12.500 9V5.500A4.500 4.500 0 0 0 8 1ZM6.300 13.200a1.800 1.800 0 0 0 3.400 0Z" />
  ),
  place: (
    <path d="M8 1a5 5 0 0 0-5 5c0 3.600 5 9 5 9s5-5.400 5-9a5 5 0 0 0-5-5Zm0 3.200a1.800 1.800 0 1 1 0 3.600 1.800 1.800 0 0 1 0-3.600Z" />
  ),
  gear: (
    <path d="M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6ZM6.8 1h2.4l.4 1.9 1.4.6 1.6-1.1 1.7 1.7-1.1 1.6.6 1.4 1.9.4v2.4l-1.9.4-.6 1.4 1.1 1.6-1.7 1.7-1.6-1.1-1.4.6-.4 1.9H6.8l-.4-1.9-1.4-.6-1.6 1.1-1.7-1.7 1.1-1.6-.6-1.4L.3 9.9V7.5l1.9-.4.6-1.4-1.1-1.6 1.7-1.7 1.6 1.1 1.4-.6Z" />
  ),
  help: (
    <path d="M8 .8a7.2 7.2 0 1 0 0 14.4A7.2 7.2 0 0 0 8 .8Zm-.9 10.4h1.8V13H7.1ZM8 3.4c1.7 0 2.9 1 2.9 2.5 0 1.2-.7 1.8-1.3 2.2-.5.4-.7.6-.7 1.2v.5H7.1v-.7c0-1.3.7-1.9 1.3-2.3.5-.4.7-.5.7-1 0-.5-.4-.8-1.1-.8s-1.2.4-1.3 1.2l-1.8-.2C5.100 4.400 6.300 3.400 8 3.400Z" />
  ),
} as const satisfies Record<string, ReactNode>;

export type GlyphName = keyof typeof shapes;

/** A small drawn sign beside a word. It never stands alone for a meaning, so it is hidden from readers. */
export function Glyph({ name }: { name: GlyphName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {shapes[name]}
    </svg>
  );
}
