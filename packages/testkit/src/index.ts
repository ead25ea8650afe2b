export { type FakeClock, fakeClock } from './fake-clock.ts';
export { aMember, anOrganisation, type SignedInPerson, signedInAs } from './people-builders.ts';
export { createTestDatabase, type TestDatabase } from './test-database.ts';
