import type {
  Article,
  BreadcrumbList,
  DataCatalog,
  DefinedTerm,
  DefinedTermSet,
  EducationalOccupationalCredential,
  HowTo,
  Occupation,
  WebPage,
  WithContext,
} from 'schema-dts'
import type { Entry, Library } from './content/library.ts'
import { COUNTRIES } from './country.ts'
import type { Dataset } from './data/dataset.ts'
import { PERCENTILES } from './salary.ts'
import { absolute, SITE } from './site.ts'
import type { Crumb } from './trail.ts'

export type JsonLd = WithContext<
  Article | BreadcrumbList | DataCatalog | DefinedTerm | DefinedTermSet | EducationalOccupationalCredential | HowTo | Occupation | WebPage
>

const CONTEXT = 'https://schema.org' as const

/** JSON that may stand inside a script element: `<` and the line separators are escaped. */
export const jsonForScript = (value: unknown) =>
  JSON.stringify(value).replace(/[<>\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)

export const breadcrumbs = (trail: readonly Crumb[]): JsonLd => ({
  '@context': CONTEXT,
  '@type': 'BreadcrumbList',
  itemListElement: trail.map((crumb, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name: crumb.name,
    item: absolute(crumb.address),
  })),
})

const basics = (entry: Entry) => ({ name: entry.data.title, description: entry.data.summary, url: absolute(entry.address) })

const DURATIONS = { hour: 'PT1H', month: 'P1M', year: 'P1Y' } as const

/** schema.org Occupation with one pay distribution per official row. */
export function occupation(role: Entry<'roles'>, library: Library): JsonLd {
  const salaries = library.payFor(role.id).flatMap(({ country, records }) =>
    records
      .filter((record) => record.kind === 'official')
      .map((record) => ({
        '@type': 'MonetaryAmountDistribution' as const,
        name: `${record.occupation.title}, ${COUNTRIES[country.data.country].name}`,
        currency: country.data.currency,
        duration: DURATIONS[record.period],
        ...Object.fromEntries(PERCENTILES.filter((name) => record[name] !== undefined).map((name) => [name, record[name]])),
      })),
  )
  return {
    '@context': CONTEXT,
    '@type': 'Occupation',
    ...basics(role),
    mainEntityOfPage: { '@type': 'WebPage', lastReviewed: role.data.reviewed, '@id': absolute(role.address) },
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

export const credential = (entry: Entry<'certifications'>): JsonLd => ({
  '@context': CONTEXT,
  '@type': 'EducationalOccupationalCredential',
  ...basics(entry),
  alternateName: [entry.data.exactName, ...(entry.data.abbreviation ? [entry.data.abbreviation] : [])],
  credentialCategory: 'certification',
  recognizedBy: { '@type': 'Organization', name: entry.data.issuer, url: entry.data.url },
})

export const definedTerm = (entry: Entry<'skills'> | Entry<'metrics'>): JsonLd => ({
  '@context': CONTEXT,
  '@type': 'DefinedTerm',
  ...basics(entry),
  inDefinedTermSet: absolute(`/${entry.kind}/`),
})

export const definedTermSet = (terms: Entry<'glossary'>[]): JsonLd => ({
  '@context': CONTEXT,
  '@type': 'DefinedTermSet',
  name: `${SITE.name} glossary`,
  url: absolute('/glossary/'),
  hasDefinedTerm: terms.map((term) => ({ '@type': 'DefinedTerm', ...basics(term) })),
})

export const howTo = (pathway: Entry<'pathways'>, stages: Entry<'stages'>[]): JsonLd => ({
  '@context': CONTEXT,
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

export const article = (entry: Entry): JsonLd => ({
  '@context': CONTEXT,
  '@type': 'Article',
  headline: entry.data.title,
  description: entry.data.summary,
  url: absolute(entry.address),
  datePublished: entry.data.published,
  dateModified: entry.data.reviewed,
  author: { '@type': 'Organization', name: SITE.name, url: SITE.origin },
  license: 'https://creativecommons.org/licenses/by/4.0/',
})

/** The open data: each table with both of its files. `date` is the day of the data, `licence` the address of their licence. */
export const dataCatalog = (
  datasets: readonly Dataset[],
  { version, date, licence }: Record<'version' | 'date' | 'licence', string>,
): JsonLd => ({
  '@context': CONTEXT,
  '@type': 'DataCatalog',
  name: `${SITE.name}: open data`,
  description: SITE.description,
  url: absolute('/data/'),
  license: licence,
  version,
  dateModified: date,
  creator: { '@type': 'Organization', name: SITE.name, url: SITE.origin },
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

export const webPage = (name: string, description: string, address: string): JsonLd => ({
  '@context': CONTEXT,
  '@type': 'WebPage',
  name,
  description,
  url: absolute(address),
  isPartOf: { '@type': 'WebSite', name: SITE.name, url: SITE.origin },
})
