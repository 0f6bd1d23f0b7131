/**
 * Companies that people work for in this field, as the text writes them. They merge, sell and rename themselves, so a sentence about
 * one is true on a day. Former names stand here because old texts use them.
 */
export const EMPLOYERS = [
  'Accenture',
  'Alorica',
  'Concentrix',
  'Conduent',
  'EXL',
  'Foundever',
  'Genpact',
  'IBM',
  'Infosys BPM',
  'iQor',
  'Majorel',
  'Sitel',
  'Startek',
  'Sutherland',
  'TaskUs',
  'TCS',
  'Teleperformance',
  'Telus Digital',
  'TP',
  'TTEC',
  'Webhelp',
  'Wipro',
  'WNS',
]
