import type { Fault } from './fault.ts'

/** `1.9 MB`, `45 kB`: thousands of bytes, as phones and operators count them. */
export const formatSize = (bytes: number) => (bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`)

const PLACE = /<span data-size-of="([^"]*)"><\/span>/g

/**
 * Writes into a page how large the files are that it offers: it leaves a place, `<span data-size-of="/floorwalk.txt">`, because they are
 * made of the finished pages. `sizesOf` gives bytes on the device and over the wire. Faults for files that are none.
 */
export function withSizes(
  page: { address: string; html: string },
  sizesOf: (address: string) => { bytes: number; wire: number } | undefined,
): { html: string; faults: Fault[] } {
  const faults: Fault[] = []
  const html = page.html.replace(PLACE, (_, address: string) => {
    const sizes = sizesOf(address)
    if (sizes) return `${formatSize(sizes.bytes)}, some ${formatSize(sizes.wire)} to fetch`
    faults.push({
      page: page.address,
      message: `asks for the size of ${address}, which is no text that the gate makes. See lib/export/site-texts.ts.`,
    })
    return ''
  })
  return { html, faults }
}
