/**
 * Where the guide lives, in one place. The defaults are reserved example names; a publisher sets the variables at build:
 * FLOORWALK_ORIGIN (no path, no trailing slash), FLOORWALK_REPOSITORY (web address of the repository), FLOORWALK_CONTACT (mail address),
 * FLOORWALK_OFFLINE ("off" takes the service worker away from every reader).
 */
export const SITE = {
  name: 'Floorwalk',
  claim: 'The open guide to careers in BPO',
  description:
    'What each BPO job is like, what it pays and how you move on: contact centres, back office, shared services. Every figure with its source.',
  origin: process.env.FLOORWALK_ORIGIN ?? 'https://floorwalk.example',
  repository: process.env.FLOORWALK_REPOSITORY ?? 'https://code.example/floorwalk',
  offline: process.env.FLOORWALK_OFFLINE ?? 'on',
  contact: process.env.FLOORWALK_CONTACT ?? 'editors@floorwalk.example',
} as const

/** The terms under which everybody may use text and data of the guide. */
export const LICENCE = {
  /** As SPDX lists it. */
  id: 'CC-BY-4.0',
  name: 'CC BY 4.0',
  title: 'Creative Commons Attribution 4.0 International',
  url: 'https://creativecommons.org/licenses/by/4.0/',
} as const

export const absolute = (address: string) => new URL(address, SITE.origin).href

/** Where a reader can change the article's file. */
export const editAddress = (file: string) => `${SITE.repository}/edit/main/${file}`

/** A mail to the editors that is written as far as we can write it. */
export const mailAddress = (subject: string, body: string) =>
  `mailto:${SITE.contact}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`

/** Hosts whose form for a new report takes no words from its address. */
const NO_FORM = /(?:^|\.)(?:bitbucket\.org|sr\.ht|sourceforge\.net)$/

/**
 * The form for a new report in the repository, filled in. GitHub, Gitea and Forgejo (Codeberg) read `title` and `body`; GitLab, known by
 * its name, reads names of its own. Undefined for hosts that read none.
 */
export function issueAddress(title: string, body: string, repository: string = SITE.repository): string | undefined {
  const { hostname } = new URL(repository)
  if (NO_FORM.test(hostname)) return undefined
  const [form, titleName, bodyName] = /\bgitlab\b/.test(hostname)
    ? ['/-/issues/new', 'issue%5Btitle%5D', 'issue%5Bdescription%5D']
    : ['/issues/new', 'title', 'body']
  return `${repository}${form}?${titleName}=${encodeURIComponent(title)}&${bodyName}=${encodeURIComponent(body)}`
}

/** A mail to the editors that already says which page it is about. */
export const reportAddress = (title: string, address: string) =>
  mailAddress(`Problem on “${title}”`, `${absolute(address)}\n\nWhat is wrong:\n`)
