const ATOM = 'http://www.w3.org/2005/Atom'

/** What RFC 4287 lets stand in a feed and in an entry: how often at least and at most. Section 4.1.1 and 4.1.2. */
const FEED: Record<string, [least: number, most: number]> = {
  author: [1, Infinity],
  category: [0, Infinity],
  contributor: [0, Infinity],
  generator: [0, 1],
  icon: [0, 1],
  id: [1, 1],
  link: [0, Infinity],
  logo: [0, 1],
  rights: [0, 1],
  subtitle: [0, 1],
  title: [1, 1],
  updated: [1, 1],
  entry: [0, Infinity],
}
const ENTRY: typeof FEED = {
  author: [0, Infinity],
  category: [0, Infinity],
  content: [0, 1],
  contributor: [0, Infinity],
  id: [1, 1],
  link: [0, Infinity],
  published: [0, 1],
  rights: [0, 1],
  source: [0, 1],
  summary: [0, 1],
  title: [1, 1],
  updated: [1, 1],
}
const TEXTS = ['title', 'subtitle', 'summary', 'rights']
/** RFC 3339, with capital T and Z as section 3.3 asks. */
const DATE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/
const TAG = /^tag:[a-z0-9.-]+,\d{4}(?:-\d{2}(?:-\d{2})?)?:\S+$/

const childrenOf = (parent: Element) => [...parent.children]
const named = (parent: Element, name: string) => childrenOf(parent).filter((each) => each.namespaceURI === ATOM && each.localName === name)

function isAbsolute(text: string): boolean {
  return URL.canParse(text) && /^[a-z][a-z0-9+.-]*:/i.test(text) && text === text.trim()
}

/** A document of XML. Throws when it is none. For tests in an environment with a DOM. */
export function parsedXml(xml: string): Document {
  const document = new DOMParser().parseFromString(xml, 'application/xml')
  const [broken] = document.getElementsByTagName('parsererror')
  if (broken) throw new Error(`This is no XML: ${broken.textContent}`)
  return document
}

/** Everything in a document that RFC 4287 forbids with MUST, each in a sentence; none for a valid feed. Throws when it is no XML. */
export function atomFaults(xml: string): string[] {
  const faults: string[] = []
  const root = parsedXml(xml).documentElement
  if (root.namespaceURI !== ATOM || root.localName !== 'feed') return ['The document is no feed of Atom.']

  const count = (element: Element, rules: typeof FEED) => {
    for (const [name, [least, most]] of Object.entries(rules)) {
      const { length } = named(element, name)
      if (length < least || length > most) faults.push(`${element.localName} has ${length} ${name}; ${least} to ${most} are allowed.`)
    }
    for (const child of childrenOf(element))
      if (child.namespaceURI === ATOM && !Object.hasOwn(rules, child.localName))
        faults.push(`${child.localName} may not stand in ${element.localName}.`)
  }
  const texts = (element: Element) => {
    for (const text of TEXTS.flatMap((name) => named(element, name))) {
      const type = text.getAttribute('type') ?? 'text'
      if (!['text', 'html', 'xhtml'].includes(type)) faults.push(`${text.localName} is of type ${type}; text, html and xhtml are allowed.`)
      else if (type !== 'xhtml' && text.children.length > 0) faults.push(`${text.localName} of type ${type} holds elements.`)
      if (type === 'html' && !isHtml(text.textContent ?? '')) faults.push(`${text.localName} holds broken HTML: ${text.textContent}`)
    }
  }
  const dates = (element: Element) => {
    for (const date of [...named(element, 'updated'), ...named(element, 'published')])
      if (!DATE.test(date.textContent ?? '') || Number.isNaN(Date.parse(date.textContent ?? '')))
        faults.push(`${date.localName} is no date of RFC 3339: ${date.textContent}`)
  }
  const ids = (element: Element) => {
    const id = named(element, 'id')[0]?.textContent ?? ''
    if (!isAbsolute(id)) faults.push(`id is no absolute address: ${id}`)
    if (id.startsWith('tag:') && !TAG.test(id)) faults.push(`id is no tag of RFC 4151: ${id}`)
    return id
  }
  const links = (element: Element) => {
    const seen = new Set<string>()
    for (const link of named(element, 'link')) {
      const href = link.getAttribute('href')
      if (href === null || !isAbsolute(href)) faults.push(`link leads to no absolute address: ${href}`)
      if (link.childNodes.length > 0) faults.push('link is not empty.')
      const [relation, type, language] = [link.getAttribute('rel') ?? 'alternate', link.getAttribute('type'), link.getAttribute('hreflang')]
      if (type !== null && !/^[^/\s]+\/[^/\s]+$/.test(type)) faults.push(`link has no media type: ${type}`)
      if (relation !== 'alternate') continue
      const key = `${type} ${language}`
      if (seen.has(key)) faults.push(`${element.localName} has two alternate links of one type and language.`)
      seen.add(key)
    }
  }
  const people = (element: Element) => {
    for (const person of [...named(element, 'author'), ...named(element, 'contributor')]) {
      if (named(person, 'name').length !== 1) faults.push(`${person.localName} has ${named(person, 'name').length} names; 1 is needed.`)
      for (const uri of named(person, 'uri')) if (!isAbsolute(uri.textContent ?? '')) faults.push(`uri is no address: ${uri.textContent}`)
      for (const mail of named(person, 'email'))
        if (!/^[^@\s]+@[^@\s]+$/.test(mail.textContent ?? '')) faults.push(`email is none: ${mail.textContent}`)
    }
  }

  count(root, FEED)
  texts(root)
  dates(root)
  links(root)
  people(root)
  if (!named(root, 'link').some((link) => link.getAttribute('rel') === 'self')) faults.push('feed does not link to itself (SHOULD, 4.1.1).')
  const known = new Set([ids(root)])
  for (const entry of named(root, 'entry')) {
    count(entry, ENTRY)
    texts(entry)
    dates(entry)
    links(entry)
    people(entry)
    const id = ids(entry)
    if (known.has(id)) faults.push(`The id ${id} stands twice.`)
    known.add(id)
    const [content] = named(entry, 'content')
    const alternate = named(entry, 'link').some((link) => (link.getAttribute('rel') ?? 'alternate') === 'alternate')
    if (!content && !alternate) faults.push(`${id} has neither content nor an alternate link.`)
    if (content) {
      if (content.getAttribute('type') !== 'html') faults.push(`${id} has content that is not HTML.`)
      if (content.children.length > 0) faults.push(`${id} has elements in its HTML content, which must be escaped.`)
      if (!isHtml(content.textContent ?? '')) faults.push(`${id} has broken HTML: ${content.textContent}`)
    }
  }
  return faults
}

/** Whether HTML is written so that reading and writing it again gives the same, as text with a bare `<` or `&` does not. */
function isHtml(text: string): boolean {
  const { body } = document.implementation.createHTMLDocument()
  body.innerHTML = text
  const plainly = (html: string) => html.replaceAll('&quot;', '"')
  return plainly(body.innerHTML) === plainly(text)
}
