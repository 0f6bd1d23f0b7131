/** A file to keep: its address, ten signs made from its bytes, its bytes over the wire, and its title if it is a page. */
export type KeepFile = readonly [address: string, revision: string, bytes: number, title?: string]

/** What a reader may keep, as a list of files. Written by the gate from the finished site (`lib/export/keep-lists.ts`). */
export interface KeepList {
  id: string
  title: string
  /** Made from all files: another one means that something changed. */
  revision: string
  files: readonly KeepFile[]
}

/** What keeping a list costs, told before anything is fetched. */
export interface KeepOffer extends Pick<KeepList, 'id' | 'title' | 'revision'> {
  /** Over the wire, the list itself included. */
  bytes: number
  /** On the phone, where files lie unpacked. */
  room: number
  pages: number
}

export interface KeepIndex {
  offers: readonly KeepOffer[]
}

/** All offers in one small file. */
export const KEEP_INDEX = '/offline/kept.json'

export const keepListAddress = (id: string) => `/offline/${id}.json`

/** Named by its content, so it never changes and goes with every page that names it. */
export const isLasting = (address: string) => address.startsWith('/_next/static/')
