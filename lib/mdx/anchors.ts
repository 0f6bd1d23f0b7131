/**
 * Anchors that pages make for their own sections, whatever stands in the article. Headings of articles never get one of them,
 * or a link would lead to the wrong of two places. `tests/anchors.test.ts` compares this list with the pages.
 */
export const PAGE_ANCHORS: ReadonlySet<string> = new Set(
  [
    // every page
    'main contents sources mentions strip-title footnote-label embed',
    // roles: the blocks of data that the writer did not place, and the rest of the page
    'place shift bad-day duties measures competencies tools routes first-ninety pay outlook certifications work moves tips questions learn',
    'fits-yes fits-no names degree-rules hiring out-of-bpo',
    // other kinds
    'levels prove paid roles facts inputs who example gaming normal figures tasks outsourced rules words',
    'where time stages check branches stalls scripts after entry steps exit artefacts people pitfalls',
    'shown plan-goal plan-when plan-steps plan-skills plan-talk plan-talk-text plan-along plan-again',
    'every-move',
    'compare-all compare-glance compare-duties compare-measures compare-skills compare-day compare-bad-day compare-entry compare-fit compare-pay compare-moves',
    'map-list',
    'parts gaps verify verify-at help-at read-on checklist find lines path credits take-along a-z typed',
    'your-three how-chosen chosen-from',
    'cite changes changed follow due',
    'what-to-take traps spreadsheet build-on-it tables other-forms',
    'keep not-here keep-it on-phone data-cost old-copy as-app stays-here',
  ]
    .join(' ')
    .split(' '),
)

/**
 * Anchors that pages build from an id: of a block, a country, a role, a line, a letter, a grade of sources, a footnote, a topic of the
 * comparison, an edition, a month, a table of the data; and those of `lib/row-anchors.ts`.
 */
const BUILT =
  /^(?:block|pay|role|line|letter|grade|user-content|compare|figure|measure|skill|move|q|row|rule|verify|help|edition|due|table|shelf)-/

export const isPageAnchor = (anchor: string) => PAGE_ANCHORS.has(anchor) || BUILT.test(anchor)
