export * from './card.ts';
export * from './http/cases.ts';
export * from './http/endpoint.ts';
export * from './http/imports.ts';
export * from './http/pathway.ts';
export * from './http/session.ts';
export * from './problem.ts';
export * from './socket.ts';
