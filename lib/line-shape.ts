/** Outlines in a 24 × 24 box, one a shape, so that a line is known without its colour. They stand on every page, so they are short. */
export const SHAPES = {
  circle: 'M12 1a11 11 0 1 0 .1 0Z',
  square: 'M2 2H22V22H2Z',
  shield: 'M2 2H22V13q0 6-10 10.5Q2 19 2 13Z',
  triangle: 'M12 0L24 23H0Z',
  diamond: 'M12 0L24 12 12 24 0 12Z',
  octagon: 'M7.5 1h9L23 7.5v9L16.5 23h-9L1 16.5v-9Z',
  hexagon: 'M6 1.6H18L24 12 18 22.4H6L0 12Z',
} as const

/** Where the letter stands: in a triangle lower than in the rest. */
export const letterBaseline = (shape: keyof typeof SHAPES) => (shape === 'triangle' ? 20.5 : 17)
