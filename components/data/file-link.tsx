import type { ReactNode } from 'react'
import { DATA_FOLDER } from '#lib/data/edition.ts'

/** Bytes of each file of the data, by its place below their folder. */
export type Sizes = ReadonlyMap<string, number>

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 })

/** A file of the data to save, with its weight. */
export function FileLink({ file, sizes, children }: { file: string; sizes: Sizes; children: ReactNode }) {
  const bytes = sizes.get(file)
  if (bytes === undefined) throw new Error(`There is no file ${file} among the data.`)
  return (
    <a href={`${DATA_FOLDER}${file}`} download>
      {children} <small>{whole.format(Math.max(1, bytes / 1000))} kB</small>
    </a>
  )
}
