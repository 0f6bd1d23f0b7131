/** The whole guide as one plain text. */
export const GUIDE_TEXT = '/floorwalk.txt'

/** The list of all texts, where programs that read text look first: see https://llmstxt.org. */
export const LLMS_TXT = '/llms.txt'

/** The Markdown file of a page. */
export const markdownAddress = (address: string) => `${address}index.md`
