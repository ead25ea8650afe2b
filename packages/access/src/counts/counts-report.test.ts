import { ageOn } from '@kaerimichi/discharge';
import { describe, expect, it } from 'vitest';
import { roles } from '../roles.ts';
import { ageCuts, type CountedCases, countsReport } from './counts-report.ts';

const counted: CountedCases = {
  total: 60,
  columns: {
    intake: 6,
    assessment: 9,
    preparation: 10,
    conference: 3,
    evaluation: 7,
    handoff: 8,
    discharge: 5,
    home: 12,
  },
  leads: { childrensHospital: 40, hospital: 20 },
  ages: { 0: 20, 1: 10, 3: 20, 6: 5, unborn: 5 },
  needs: { ventilator: 22, oxygen: 58, insulin: 2 },
  holds: { training: 11, other: 1 },
  closed: { completed: 30, deceased: 1, movedOut: 6 },
  kinds: ['childrensHospital', 'hospital', 'visitingNursingStation', 'hub', 'prefecture'],
};

const tableOf = (id: string, of: CountedCases = counted) => {
  const table = countsReport(of).find(other => other.id === id);
  if (!table) throw new Error(`no table ${id}`);
  return { ...table, cells: Object.fromEntries(table.rows.map(({ key, count }) => [key, count])) };
};

describe('the tables of counts', () => {
  it('are those of people.md: for the prefecture alone', () => {
    expect(Object.values(roles).flatMap(role => (role.mayCount ? [role.id] : []))).toEqual(['prefecture']);
  });

  it('hide a small stage with a second one, and each sum of a phase that would tell them', () => {
    const { cells, phases, total } = tableOf('column');
    expect(total).toBe(60);
    expect(cells).toEqual({
      ...{ intake: 6, assessment: 9, preparation: 10, conference: 'under5', evaluation: 'withheld' },
      ...{ handoff: 8, discharge: 5, home: 12, adult: 'under5' },
    });
    expect(phases).toEqual([
      { key: 'P1', count: 25 },
      { key: 'P2', count: 'withheld' },
      { key: 'P3', count: 17 },
      { key: 'P4', count: 'under5' },
    ]);
  });

  it('name the kinds that lead in this network, and no others', () => {
    expect(tableOf('lead').rows.map(({ key }) => key)).toEqual(['childrensHospital', 'hospital', 'hub']);
    expect(tableOf('lead').cells).toEqual({ childrensHospital: 'withheld', hospital: 20, hub: 'under5' });
  });

  it('count who has several needs in several rows, and hide whom all but a few have', () => {
    const { cells, total, rowsAre } = tableOf('need');
    expect([total, rowsAre]).toEqual([60, 'marks']);
    expect(cells).toMatchObject({ ventilator: 22, oxygen: 'withheld', insulin: 'under5', stoma: 'under5' });
    expect(tableOf('hold').cells).toMatchObject({ training: 11, other: 'under5' });
  });

  it('have a total of their own for what was closed, and lose no case under an unknown code', () => {
    expect(tableOf('closed').total).toBe(37);
    const { cells, total } = tableOf('closed', { ...counted, closed: { completed: 60, lost: 12 } });
    expect(total).toBe(72);
    expect(cells).toMatchObject({ completed: 60, facility: 'under5', other: 'withheld' });
  });

  it('show nothing of a network of four', () => {
    const four = {
      ...counted,
      total: 4,
      columns: { intake: 4 },
      leads: { hospital: 4 },
      ages: { 0: 4 },
      needs: { oxygen: 4 },
    };
    const shown = countsReport({ ...four, holds: {}, closed: {} });
    const cells = shown.flatMap(({ total, rows, phases }) => [
      total,
      ...[...rows, ...phases].map(({ count }) => count),
    ]);
    expect(new Set(cells)).toEqual(new Set(['under5', 'withheld']));
  });
});

describe('the bands of ages', () => {
  it('begin on the birthday, as ages are said on cards, also on and after the 29th of February', () => {
    const from = [1, 3, 6, 12, 15, 18];
    for (const on of ['2026-11-29', '2028-02-29', '2027-02-28', '2027-03-01'])
      for (const bornOn of ['2024-02-28', '2024-02-29', '2024-03-01', '2012-02-29', '2014-11-29', '2014-11-30', on]) {
        const years = ageOn(bornOn, on)?.years ?? -1;
        const reached = ageCuts(on).filter(cut => bornOn <= cut).length;
        expect(reached, `${bornOn} on ${on}`).toBe(from.filter(least => years >= least).length);
      }
  });
});
