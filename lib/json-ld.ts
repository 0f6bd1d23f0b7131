import type {
  Article,
  BreadcrumbList,
  CreativeWork,
  DataCatalog,
  DefinedTerm,
  DefinedTermSet,
  EducationalOccupationalCredential,
  HowTo,
  Occupation,
  WebPage,
  WebSite,
} from 'schema-dts'
import type { Entry, Library } from './content/library.ts'
import { COUNTRIES } from './country.ts'
import type { Dataset } from './data/dataset.ts'
import { PERCENTILES } from './salary.ts'
import { absolute, LICENCE, SITE } from './site.ts'
import { sourceTitle } from './source.ts'
import type { Crumb } from './trail.ts'

/** What a page can be about, in the words of schema.org. */
export type Node =
  | Article
  | BreadcrumbList
  | DataCatalog
  | DefinedTerm
  | DefinedTermSet
  | EducationalOccupationalCredential
  | HowTo
  | Occupation
  | WebPage
  | WebSite

/** The text of a page's one script, which may stand inside its element: `<` and the line separators are escaped. */
export const jsonLdText = (nodes: readonly Node[]) =>
  JSON.stringify({ '@context': 'https://schema.org', '@graph': nodes }).replace(
    /[<>\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

/** The last crumb is the page itself: it is no link for readers, and needs no address for machines. */
export const breadcrumbs = (trail: readonly Crumb[]): BreadcrumbList => ({
  '@type': 'BreadcrumbList',
  itemListElement: trail.map((crumb, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name: crumb.name,
    ...(index < trail.length - 1 ? { item: absolute(crumb.address) } : {}),
  })),
})

const basics = (entry: Entry) => ({ name: entry.data.title, description: entry.data.summary, url: absolute(entry.address) })

const FLOORWALK = { '@type': 'Organization', name: SITE.name, url: absolute('/') } as const

const DURATIONS = { hour: 'PT1H', month: 'P1M', year: 'P1Y' } as const

/** schema.org Occupation with one pay distribution per official row that is one: an average alone is none. */
export function occupation(role: Entry<'roles'>, library: Library): Occupation {
  const salaries = library.payFor(role.id).flatMap(({ country, records }) =>
    records
      .filter((record) => record.kind === 'official' && PERCENTILES.some((name) => record[name] !== undefined))
      .map((record) => ({
        '@type': 'MonetaryAmountDistribution' as const,
        name: `${record.occupation.title}, ${COUNTRIES[country.data.country].name}`,
        currency: country.data.currency,
        duration: DURATIONS[record.period],
        ...Object.fromEntries(PERCENTILES.filter((name) => record[name] !== undefined).map((name) => [name, record[name]])),
      })),
  )
  return {
    '@type': 'Occupation',
    name: role.data.title,
    url: absolute(role.address),
    occupationalCategory: role.data.occupationCodes.map(({ scheme, code, title }) => ({
      '@type': 'CategoryCode' as const,
      inCodeSet: { '@type': 'CategoryCodeSet' as const, name: scheme },
      codeValue: code,
      name: title,
    })),
    skills: role.data.competencies.map(({ skill }) => library.get('skills', skill).data.title).join(', '),
    ...(salaries.length > 0 ? { estimatedSalary: salaries } : {}),
  }
}

/** The credential itself: its address is the issuer's, ours is that of the article about it. */
export const credential = (entry: Entry<'certifications'>): EducationalOccupationalCredential => ({
  '@type': 'EducationalOccupationalCredential',
  name: entry.data.title,
  alternateName: [entry.data.exactName, ...(entry.data.abbreviation ? [entry.data.abbreviation] : [])],
  url: entry.data.url,
  credentialCategory: 'certification',
  recognizedBy: { '@type': 'Organization', name: entry.data.issuer },
})

export const definedTerm = (entry: Entry<'skills'> | Entry<'metrics'>): DefinedTerm => ({
  '@type': 'DefinedTerm',
  ...basics(entry),
  inDefinedTermSet: absolute(`/${entry.kind}/`),
})

export const definedTermSet = (terms: Entry<'glossary'>[]): DefinedTermSet => ({
  '@type': 'DefinedTermSet',
  name: `${SITE.name} glossary`,
  url: absolute('/glossary/'),
  hasDefinedTerm: terms.map((term) => ({ '@type': 'DefinedTerm', ...basics(term) })),
})

/** Shown by no search engine any more, and still the one word that schema.org has for a path with steps. */
export const howTo = (pathway: Entry<'pathways'>, stages: Entry<'stages'>[]): HowTo => ({
  '@type': 'HowTo',
  ...basics(pathway),
  step: stages.map((stage, index) => ({
    '@type': 'HowToSection',
    position: index + 1,
    name: stage.data.title,
    url: absolute(stage.address),
    itemListElement: stage.data.steps.map((step, place) => ({
      '@type': 'HowToStep',
      position: place + 1,
      text: step.text,
      url: absolute(`${stage.address}#${step.id}`),
    })),
  })),
})

/** The publication that figures come from: somebody else's work, and not the article about it. */
export const publication = ({ data }: Entry<'sources'>): CreativeWork => ({
  '@type': 'CreativeWork',
  name: data.title,
  url: data.url,
  publisher: { '@type': 'Organization', name: data.publisher },
})

/** The article, and what it is about where schema.org has a word for that. */
export const article = (entry: Entry, about?: CreativeWork | DefinedTerm | EducationalOccupationalCredential | HowTo): Article => ({
  '@type': 'Article',
  headline: entry.kind === 'sources' ? sourceTitle((entry as Entry<'sources'>).data) : entry.data.title,
  description: entry.data.summary,
  url: absolute(entry.address),
  datePublished: entry.data.published,
  dateModified: entry.data.reviewed,
  author: FLOORWALK,
  publisher: FLOORWALK,
  license: LICENCE.url,
  ...(about ? { about } : {}),
})

/** The open data: each table with both of its files. `date` is the day of the data, `licence` the address of their licence. */
export const dataCatalog = (
  datasets: readonly Dataset[],
  { version, date, licence }: Record<'version' | 'date' | 'licence', string>,
): DataCatalog => ({
  '@type': 'DataCatalog',
  name: `${SITE.name}: open data`,
  description: SITE.description,
  url: absolute('/data/'),
  license: licence,
  version,
  dateModified: date,
  creator: FLOORWALK,
  dataset: datasets.map(({ name, title, about }) => ({
    '@type': 'Dataset',
    name: `${SITE.name}: ${title}`,
    description: `${title}. ${about}`,
    url: absolute(`/data/#table-${name}`),
    license: licence,
    distribution: (['csv', 'json'] as const).map((ending) => ({
      '@type': 'DataDownload',
      encodingFormat: ending === 'csv' ? 'text/csv' : 'application/json',
      contentUrl: absolute(`/data/${name}.${ending}`),
    })),
  })),
})

export const webPage = (name: string, description: string, address: string): WebPage => ({
  '@type': 'WebPage',
  name,
  description,
  url: absolute(address),
  isPartOf: { '@type': 'WebSite', name: SITE.name, url: absolute('/') },
})

/** The guide as a whole, for the home page: from here search engines take the name they show above an address. */
export const webSite = (): WebSite => ({
  '@type': 'WebSite',
  name: SITE.name,
  description: SITE.description,
  url: absolute('/'),
  publisher: FLOORWALK,
})
