/** Outlines in a 24 × 24 box, one a shape, so that a line is known without its colour. */
export const SHAPES = {
  circle: 'M12 1a11 11 0 1 0 0 22a11 11 0 1 0 0-22Z',
  square: 'M2 2H22V22H2Z',
  shield: 'M2 2H22V13C22 18 17 21.500 12 23.500C7 21.500 2 18 2 13Z',
  triangle: 'M12 0L24 23H0Z',
  diamond: 'M12 0L24 12L12 24L0 12Z',
  octagon: 'M7.500 1H16.500L23 7.500V16.500L16.500 23H7.500L1 16.500V7.500Z',
  hexagon: 'M6 1.600H18L24 12L18 22.400H6L0 12Z',
} as const

/** Where the letter stands: in a triangle lower than in the rest. */
export const letterBaseline = (shape: keyof typeof SHAPES) => (shape === 'triangle' ? 20.5 : 17)
