process.env.OFFLINE_RECORDS = '1000';
await import('./offline-records.gate.test.ts');
