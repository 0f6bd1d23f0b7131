/** One reason why the export may not ship: the page or file it concerns, and a sentence that says what is wrong and what to do. */
export interface Fault {
  page: string
  message: string
}

/** All faults as one text, page by page, in the shape of the content check. */
export function formatFaults(faults: readonly Fault[]): string {
  const pages = new Map<string, string[]>()
  for (const { page, message } of faults) pages.set(page, [...(pages.get(page) ?? []), message])
  return [...pages]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([page, messages]) => [page, ...messages.map((message) => `  ${message}`)].join('\n'))
    .join('\n\n')
}

/** Stops the gate with every fault it found. */
export class GateError extends Error {
  readonly faults: readonly Fault[]
  constructor(faults: readonly Fault[]) {
    super(formatFaults(faults))
    this.faults = faults
  }
}
