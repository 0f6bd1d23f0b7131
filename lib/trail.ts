import type { AnyEntry } from './content/library.ts'
import type { Kind } from './fields.ts'

export interface Crumb {
  name: string
  address: string
}

/** The list page of every kind: what it is called and where it stands. */
export const SECTIONS: Record<Exclude<Kind, 'stages'>, Crumb & { about: string }> = {
  roles: {
    name: 'Roles',
    address: '/roles/',
    about: 'Every job on the map, line by line: what the shift is like, how it is measured, what it pays, where it leads.',
  },
  pathways: {
    name: 'Pathways',
    address: '/pathways/',
    about: 'Step by step from where you are to the post you want, with gates you can check yourself against.',
  },
  salaries: {
    name: 'Pay',
    address: '/salaries/',
    about: 'What the work pays, country by country, with the source beside every figure and the gaps named.',
  },
  skills: {
    name: 'Skills',
    address: '/skills/',
    about: 'What you can learn, what each level looks like from outside, and how to prove it.',
  },
  metrics: {
    name: 'Metrics',
    address: '/metrics/',
    about: 'The numbers a floor is run by: the formula, a worked example, who moves them and how they are gamed.',
  },
  certifications: {
    name: 'Certifications',
    address: '/certifications/',
    about: 'Which certificates help, which waste money, what they cost and whether they still exist.',
  },
  guides: { name: 'Guides', address: '/guides/', about: 'Longer answers to the questions people ask before and during a BPO job.' },
  'service-lines': {
    name: 'Service lines',
    address: '/service-lines/',
    about: 'The kinds of work that clients buy, and what each is like to do.',
  },
  industries: {
    name: 'Industries',
    address: '/industries/',
    about: 'The sectors that send work out, and the rules and words that come with each.',
  },
  glossary: {
    name: 'Glossary',
    address: '/glossary/',
    about: 'The words of the floor in plain English, with what other countries call them.',
  },
  'start-questions': {
    name: 'Start here',
    address: '/start/',
    about: 'Eight questions about what you like and what you cannot do, and three roles to look at first, with the reasons.',
  },
  sources: {
    name: 'Sources',
    address: '/sources/',
    about: 'Every publication the figures come from: what it measures, what it leaves out, how far to trust it.',
  },
}

/** The page of the reader's own plan. It is no list of articles. */
export const PLAN = {
  name: 'My plan',
  address: '/plan/',
  about: 'The post you want, the steps that lead to it, dates at your own pace. It stays in this browser until you share it.',
}

/** The page that plans a move between two roles. */
export const MOVES = {
  name: 'Plan a move',
  address: '/moves/',
  about: 'From the job you have to the one you want: the way there, what you bring, what is missing, and what both ends pay.',
}

/** The page of the search, with the list of everything below it. It is no list of articles of one kind. */
export const SEARCH = {
  name: 'Search',
  address: '/search/',
  about: 'Find a job, a number, a certificate, pay in your country or a word of the floor. Below is everything, A to Z.',
}

/** The page of the whole map. */
export const MAP = {
  name: 'Line map',
  address: '/map/',
  about: 'All jobs of the guide as stations on seven lines: where you start, where a line takes you, and where you can change to another.',
}

/** The page that lays roles side by side. */
export const COMPARE = {
  name: 'Compare roles',
  address: '/compare/',
  about: 'Two to four roles side by side: the day, the measures, the skills, the conditions, the pay, and how you get from one to another.',
}

/** The page that tells how to show parts of the guide on a page elsewhere. */
export const EMBEDS = {
  name: 'For your own page',
  address: '/embed/',
  about: 'Show pay with its sources, a line of the map or a pathway on a page of your own: copy a few lines of code, and that is all.',
}

/** The page of the change log. */
export const CHANGES = {
  name: 'What changed',
  address: '/changes/',
  about: 'Every figure, pay row, rule and move that is not as it was, with what it said before. And what will be looked at next.',
}

/** The page of all figures by the day of their next review. */
export const FIGURE_AGES = {
  name: 'Figures by next review',
  address: '/sources/figures/',
  about: 'Every figure and pay row of the guide: what it says, how old its data is, and by when somebody must look again.',
}

/** The page of the open data. */
export const DATA = {
  name: 'Open data',
  address: '/data/',
  about: 'The whole guide as tables, for a spreadsheet or a program: every job, move and number, free to use if you name us.',
}

/** The page that says what is kept on the phone, and keeps more of it. */
export const OFFLINE = {
  name: 'Offline',
  address: '/offline/',
  about: 'Keep pages on your phone, read them without a connection, and see what that costs before you do it.',
}

/** The record of a page: how its lines are cited and reported. It stands behind each page, and in no list. */
export const RECORD = {
  name: 'Cite or report',
  about: (title: string) =>
    `Every line of “${title}” with its permanent address, words to cite it by, and a way to tell us that it is wrong.`,
}

const HOME: Crumb = { name: 'Home', address: '/' }

/** The breadcrumb of an article, from the home page to itself. Stages stand under their pathway. */
export function trailOf(entry: AnyEntry, pathway?: Crumb): Crumb[] {
  const section = SECTIONS[entry.kind === 'stages' ? 'pathways' : entry.kind]
  return [HOME, section, ...(pathway ? [pathway] : []), { name: entry.data.title, address: entry.address }]
}

/** The breadcrumb of a list, or of a page below it. */
export const trailOfSection = (...sections: Crumb[]): Crumb[] => [HOME, ...sections]
