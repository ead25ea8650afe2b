import type { reports as ja } from '../ja/reports.ts';

export const reports: Readonly<Record<keyof typeof ja, string>> = {
  'counts.title': 'Figures of the programme',
  'counts.intro':
    'Cases of the whole network, counted. So that no child can be recognised, a count under five is written “under 5”.',
  'counts.withheldText':
    'Where a count under five could be worked out, for example by subtracting from a total, it says “not shown”. Of a table with few cases for its rows only the total is shown. “Under 5” includes 0.',
  'counts.at': 'As of {at}. Counted anew once a day at most, and not while fewer than five children have moved.',
  'counts.csv': 'Save as CSV',
  'counts.print': 'Print',
  'counts.group': 'Group',
  'counts.count': 'Cases',
  'counts.how': 'How it is counted',
  'counts.total': 'Total',
  'counts.all': 'All open cases',
  'counts.under5': 'under 5',
  'counts.withheld': 'not shown',
  'counts.table': 'Table',
  'counts.taken': 'As of',
  'counts.saved': 'The CSV file was saved.',
  'countTable.column': 'Open cases by stage',
  'countTable.phase': 'Open cases by phase',
  'countTable.lead': 'Open cases by kind of lead organisation',
  'countTable.age': 'Open cases by age',
  'countTable.need': 'Open cases by care need',
  'countTable.hold': 'Open cases by reason of hold',
  'countTable.closed': 'Cases closed this fiscal year',
  'countHow.column': 'Cases that are not closed, by the column of the board they stand in. Each stands in one only.',
  'countHow.phase': 'Sums of the table by stage. Where one of the counts to add is hidden, the sum says “not shown”.',
  'countHow.lead': 'Cases that are not closed, by the kind of the organisation that leads them now.',
  'countHow.age':
    'Cases that are not closed, by completed years on the day of counting. Children not yet born, and those without a recorded birth date, are in the last row.',
  'countHow.need':
    'Cases that are not closed for which the need is recorded. A child with several needs is in several rows, so the rows do not add up.',
  'countHow.hold':
    'Cases that are not closed and on hold for that reason now. A case with several reasons is in several rows, so the rows do not add up.',
  'countHow.closed':
    'Cases closed since {from} and not reopened, by how they ended. The fiscal year runs from 1 April to 31 March.',
  'ageBand.under1': 'Under 1 year',
  'ageBand.from1': '1–2 years',
  'ageBand.from3': '3–5 years',
  'ageBand.from6': '6–11 years',
  'ageBand.from12': '12–14 years',
  'ageBand.from15': '15–17 years',
  'ageBand.from18': '18 years and over',
  'ageBand.unborn': 'Not born yet, or birth date not recorded',
};
