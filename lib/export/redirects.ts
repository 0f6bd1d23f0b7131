import { escaped } from '../drawing.ts'

/** An address that a page had before, and the one it has now. */
export interface Redirect {
  from: string
  to: string
}

/** The `_redirects` file of Cloudflare Pages and Netlify, with and without the closing slash. */
export const hostRedirects = (redirects: readonly Redirect[]) =>
  redirects.map(({ from, to }) => `${from} ${to} 301\n${from.replace(/\/$/, '')} ${to} 301\n`).join('')

/** The script of the pages at old addresses. A browser that follows a refresh forgets the anchor; this one takes it along. */
export const MOVED_SCRIPT = '/moved.js'

/**
 * A page at the old address, for hosts that know no redirects: it sends readers and search engines on, readers to the section they came
 * for. Without scripts it leads to the page as a whole.
 */
export function stubPage({ to }: Redirect, title: string, origin: string): string {
  return [
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>Moved: ${escaped(title)}</title>`,
    `<link rel="canonical" href="${escaped(origin + to)}">`,
    `<script src="${MOVED_SCRIPT}" data-to="${escaped(to)}"></script>`,
    `<noscript><meta http-equiv="refresh" content="0; url=${escaped(to)}"></noscript>`,
    `</head><body><h1>This page has moved</h1><p><a href="${escaped(to)}">${escaped(title)}</a></p></body></html>`,
    '\n',
  ].join('')
}

/** Reads a `_redirects` file back. */
export const readRedirects = (text: string): Redirect[] =>
  text
    .split('\n')
    .map((line) => line.split(' '))
    .flatMap(([from, to]) => (from && to ? [{ from, to }] : []))
