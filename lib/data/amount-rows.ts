import { z } from 'zod'
import type { Library } from '../content/library.ts'
import { KINDS, type Kind, reference } from '../fields.ts'
import { figureSchema } from '../figure.ts'
import { countryName } from '../money.ts'
import { salaryRecordSchema, salarySchema } from '../salary.ts'
import { absolute } from '../site.ts'
import { sourceSchema } from '../source.ts'
import { ARTICLE, articleRow, page } from './article-fields.ts'
import { chosen, dataset, itemShape, itemsOf, position, positioned } from './dataset.ts'
import { AS_OF, asOfRow, daysOf, derivedDay } from './dates.ts'

const { shape: figure } = figureSchema
const { shape: pay } = salaryRecordSchema
const { shape: source } = sourceSchema
const { shape: country } = salarySchema

/** What every number says of where it comes from, so that no row has to be joined to be cited. */
const CITED = {
  source: figure.source,
  sourceTitle: source.title,
  sourcePublisher: source.publisher,
  sourceUrl: source.url,
  sourceReliability: source.reliability,
}

function citedRow(id: string, library: Library) {
  const { title, publisher, url, reliability } = library.get('sources', id).data
  return { source: id, sourceTitle: title, sourcePublisher: publisher, sourceUrl: url, sourceReliability: reliability }
}

const ofCountry = { country: reference('salaries') }
const widerGroup = z.boolean().meta({ description: 'true when fit is "wider": the number counts more than this. Nothing better exists.' })
const placeName = z.string().min(1).meta({ description: 'The place in English.' })

/** Codes of a public list with the list before them, so that no spreadsheet reads a code as a number or a date. */
export const listedCode = z
  .string()
  .regex(/^[^:]+:.+$/)
  .meta({ description: 'The code behind the name of its list: "ISCO-08:4222". Cut at the colon to join with other data.' })

export const listed = (scheme: string, code: string) => `${scheme}:${code}`

export const FIGURES = dataset({
  name: 'figures',
  title: 'Figures',
  about: 'One number or range with its source: shares, times, counts, fees, legal minima and more. Pay by role is in the dataset "pay".',
  key: ['id'],
  fields: {
    ...chosen(figure, 'id', 'kind', 'label', 'value', 'low', 'high', 'unit', 'currency', 'period', 'measure', 'countries'),
    place: placeName.optional().meta({ description: 'The countries in English. Empty when the number is not bound to a country.' }),
    ...AS_OF,
    ...chosen(figure, 'fit'),
    widerGroup,
    ...chosen(figure, 'fitNote', 'confidence', 'reviewBy'),
    ...CITED,
    entryKind: z.enum(KINDS).meta({ description: 'The kind of article that declares it.' }),
    entry: z.string().min(1).meta({ description: 'The id of that article.' }),
    page: page.meta({ description: 'The address of the page of that article.' }),
  },
  rows: (library) =>
    KINDS.flatMap((kind: Kind) => library.all(kind)).flatMap((entry) =>
      (entry.data.figures ?? []).map((each) => ({
        ...each,
        place: each.countries?.map(countryName).join(', '),
        ...asOfRow(each, library),
        widerGroup: each.fit === 'wider',
        ...citedRow(each.source, library),
        entryKind: entry.kind,
        entry: entry.id,
        page: absolute(entry.address),
      })),
    ),
})

export const PAY = dataset({
  name: 'pay',
  title: 'Pay',
  about: 'Pay for one role in one country from one source. Rows of different sources, groups, periods or taxes are not comparable.',
  key: ['country', 'role', 'source', 'period', 'groupTitle', 'asOfFrom', 'asOfTo'],
  fields: {
    ...ofCountry,
    countryCode: country.country,
    place: placeName,
    role: pay.role,
    groupScheme: pay.occupation.shape.scheme,
    groupCode: listedCode.optional(),
    groupTitle: pay.occupation.shape.title,
    ...chosen(pay, 'kind'),
    currency: country.currency,
    ...chosen(pay, 'period', 'grossOrNet', 'percentile10', 'percentile25', 'median', 'percentile75', 'percentile90', 'mean', 'low', 'high'),
    ...chosen(pay, 'employment'),
    ...AS_OF,
    ...chosen(pay, 'fit'),
    widerGroup,
    ...chosen(pay, 'fitNote', 'confidence', 'reviewBy'),
    ...CITED,
    page: page.meta({ description: 'The address of the page on pay in that country.' }),
  },
  rows: (library) =>
    library.all('salaries').flatMap(({ id, address, data }) =>
      data.records.map((record) => ({
        ...record,
        country: id,
        countryCode: data.country,
        place: countryName(data.country),
        groupScheme: record.occupation.scheme,
        groupCode: record.occupation.code === undefined ? undefined : listed(record.occupation.scheme, record.occupation.code),
        groupTitle: record.occupation.title,
        currency: data.currency,
        ...asOfRow(record, library),
        widerGroup: record.fit === 'wider',
        ...citedRow(record.source, library),
        page: absolute(address),
      })),
    ),
})

export const COUNTRIES_OF_PAY = dataset({
  name: 'countries',
  title: 'Countries',
  about: 'A country whose pay the guide describes.',
  key: ['id'],
  fields: { ...ARTICLE, countryCode: country.country, place: placeName, ...chosen(country, 'currency', 'order') },
  rows: (library) =>
    library.all('salaries').map((entry) => ({
      ...articleRow(entry),
      countryCode: entry.data.country,
      place: countryName(entry.data.country),
      currency: entry.data.currency,
      order: entry.data.order,
    })),
})

export const PAY_DISAGREEMENTS = dataset({
  name: 'pay-disagreements',
  title: 'Why pay rows differ',
  about: 'Why the sources for one role in one country differ. Read it before you put two rows side by side.',
  key: ['country', 'role'],
  fields: { ...ofCountry, ...itemShape(country.disagreement) },
  rows: (library) => library.all('salaries').flatMap(({ id, data }) => (data.disagreement ?? []).map((each) => ({ country: id, ...each }))),
})

export const PAY_PARTS = itemsOf({
  name: 'pay-parts',
  title: 'Parts of the pay',
  about: 'One part that a payslip in that country may have.',
  kind: 'salaries',
  owner: 'country',
  shape: itemShape(country.payParts),
  items: ({ payParts }) => payParts,
})

export const PAY_RULES = itemsOf({
  name: 'pay-rules',
  title: 'Rules on pay and hours',
  about: 'What law or custom says on one topic in one country: night work, overtime, probation, bonds. No legal advice.',
  kind: 'salaries',
  owner: 'country',
  shape: itemShape(country.rules),
  items: ({ rules }) => rules,
})

export const ADDRESSES = dataset({
  name: 'addresses',
  title: 'Where to check and where to get help',
  about: 'An official place to check an employer or an offer, or one that helps.',
  key: ['country', 'use', 'position'],
  fields: {
    ...ofCountry,
    use: z.enum(['verify', 'help']).meta({ description: 'verify: check an employer or an offer there. help: ask for help there.' }),
    position,
    ...itemShape(country.verifyAt),
  },
  rows: (library) =>
    library
      .all('salaries')
      .flatMap(({ id, data }) => [
        ...positioned(data.verifyAt).map((each) => ({ country: id, use: 'verify' as const, ...each })),
        ...positioned(data.helpAt).map((each) => ({ country: id, use: 'help' as const, ...each })),
      ]),
})

const { sources: _none, ...articleOfSource } = ARTICLE

export const SOURCES = dataset({
  name: 'sources',
  title: 'Sources',
  about: 'A publication that figures and pay rows come from: what it measures, what it leaves out, how far to trust it.',
  key: ['id'],
  fields: {
    ...articleOfSource,
    title: source.title,
    ...chosen(source, 'publisher', 'cite', 'url', 'readAt', 'readFrom', 'retrievedOn'),
    publishedFrom: derivedDay.optional().meta({ description: 'The first day of the date printed on it. Empty when it is undated.' }),
    publishedTo: derivedDay.optional().meta({ description: 'The last day of the date printed on it: December 31 when only a year is.' }),
    dataFrom: derivedDay.optional().meta({ description: 'The first day that its data cover, as far as it says.' }),
    dataTo: derivedDay.optional().meta({ description: 'The last day that its data cover, as far as it says.' }),
    ...chosen(source, 'countries', 'method', 'sample', 'licence', 'credit', 'reliability', 'measures', 'leavesOut'),
  },
  rows: (library) =>
    library.all('sources').map((entry) => {
      const { publishedOn, dataFrom, dataTo } = entry.data
      const published = publishedOn ? daysOf(publishedOn) : undefined
      return {
        ...entry.data,
        ...articleRow(entry),
        publishedFrom: published?.from,
        publishedTo: published?.to,
        dataFrom: dataFrom ? daysOf(dataFrom).from : undefined,
        dataTo: dataTo ? daysOf(dataTo).to : undefined,
      }
    }),
})
