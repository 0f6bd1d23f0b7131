/**
 * What the guide knows of pay, in the words and amounts that its pages print: for pages that lay roles side by side in a browser.
 * Built from the library by `lib/pay-outline.ts`; everything here may reach a browser.
 */

/** One pay row of one source for one role in one country. */
export interface PayRow {
  /** The group that the source counts, in its words. Rows of different groups are not comparable as they stand. */
  group: string
  /** Per what the amounts are: rows of different periods are not comparable as they stand. */
  period: 'an hour' | 'a month' | 'a year'
  tax: 'before tax' | 'after tax' | 'tax not stated'
  /** In the order they are printed: "Half under" "₱25,000"; "Range" "₱18,000–₱22,000"; "Average" "₱22,903". */
  amounts: readonly { name: string; amount: string }[]
  /** "Official statistic", "Employer survey" … */
  kind: string
  /** Short name of the source, and its page. */
  source: string
  address: string
  /** "May 2024", "2024" or "undated". */
  when: string
  /** "SOC 2018 43-4051": the group's code, when the source has one. */
  code?: string
  /** "Counts this job", "Close to this job" or "A wider group than this job". */
  fit: string
  /** One sentence: who is counted, and who is not. */
  fitNote: string
  /** The guide's confidence in the row is low. */
  low?: true
}

/** Everything the guide knows of one role's pay in one country. */
export interface CountryPay {
  /** Id of the country's page: what `floorwalk-country` remembers. */
  country: string
  /** Official rows first. None: no reliable figure yet. */
  rows: readonly PayRow[]
  /** Why the rows differ, when there are several. */
  why?: string
}

/** A country that pay can be shown for. */
export interface PayCountry {
  /** Id of its page: what `floorwalk-country` remembers. */
  id: string
  /** ISO 3166 code, "PH". */
  code: string
  name: string
  address: string
}

/** One rule about night work of a country's law or custom. */
export interface NightRule {
  rule: string
  /** Who is not covered. */
  exempt?: string
  /** The number that goes with it, as printed: "10%", with what it is, its date and whom it covers. */
  figure?: { text: string; label: string; measure?: string; when: string; fitNote: string; source: string; address: string }
  source: string
  address: string
}

/** What stands where no source could be trusted. */
export const NO_FIGURE = 'No reliable figure yet.'
