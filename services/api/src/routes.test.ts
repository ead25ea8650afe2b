import * as contracts from '@kaerimichi/contracts';
import { expect, it } from 'vitest';
import { implementationsOf } from './create-api.ts';
import type { ApiPorts, DemoDesk } from './ports.ts';

type Named = { readonly method: string; readonly path: string };
const nameOf = ({ method, path }: Named) => `${method} ${path}`;
const isEndpoint = (value: unknown): value is Named =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'answer' in value;

/** Endpoints in every `…Endpoints` table that a contract exports. */
const exported = Object.entries(contracts)
  .filter(([name]) => name.endsWith('Endpoints') && name !== 'allEndpoints')
  .flatMap(([, table]) => Object.values(table as object).filter(isEndpoint));

// Nothing is asked of the ports before a request comes.
const implementedBy = (ports: Partial<ApiPorts>) =>
  implementationsOf(ports as ApiPorts).map(({ endpoint }) => nameOf(endpoint));

it('implements every endpoint of the contracts once, and the documents and gates loop over the same ones', () => {
  const implemented = implementedBy({ demo: { rehearsal: {} } as DemoDesk });
  expect(exported.length).toBeGreaterThan(20);
  expect([...implemented].sort()).toEqual(exported.map(nameOf).sort());
  expect(contracts.allEndpoints.map(nameOf).sort()).toEqual(exported.map(nameOf).sort());
  expect(new Set(implemented).size).toBe(implemented.length);
});

it('has no route of the demo where there is none', () => {
  const implemented = implementedBy({ demo: null });
  expect(implemented.sort()).toEqual(contracts.besidesDemo.map(nameOf).sort());
  expect(implemented.filter(name => name.includes('demo'))).toEqual([]);
  expect(contracts.allEndpoints.length - implemented.length).toBe(7);
});
