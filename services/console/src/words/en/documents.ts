/** The same in English. */
export const documents = {
  'tab.documents': 'Documents',
  'looked.documents': 'List of documents',
  'looked.export.document': 'Document printed (PDF)',
  'documents.about':
    'What is recorded is filled in; where nothing is, there is room to write by hand. The papers are in Japanese.',
  'documents.none': 'There are no documents for you to print.',
  'documents.recorded': '{recorded} of {places} fields are filled from the records',
  'documents.byHand': 'To be written by hand ({n})',
  'documents.withheld': 'What is not shared with you ({what}) is left out of the paper.',
  'documents.never': 'Not printed yet.',
  'documents.last': 'Last printed: {time} (records up to {version})',
  'documents.changed': 'Recorded differently since:',
  'documents.look': 'Look at it',
  'documents.close': 'Close',
  'documents.closeIt': 'Close: {title}',
  'documents.lookAt': 'Look at it: {title}',
  'documents.open': 'Open the PDF',
  'documents.openIt': 'Open the PDF: {title} (new tab)',
  'documents.printIt': 'Print: {title}',
  'documents.frame': 'PDF: {title}',
} as const;
