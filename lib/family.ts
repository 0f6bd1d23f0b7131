/** The seven lines of the map: every role belongs to one family, and a family has a letter, a shape and a colour. */
export const FAMILIES = {
  frontline: { letter: 'F', name: 'Frontline', shape: 'circle' },
  specialist: { letter: 'S', name: 'Specialist desk', shape: 'square' },
  quality: { letter: 'Q', name: 'Quality', shape: 'shield' },
  training: { letter: 'T', name: 'Training', shape: 'triangle' },
  workforce: { letter: 'W', name: 'Workforce and reporting', shape: 'diamond' },
  client: { letter: 'C', name: 'Client and transition', shape: 'octagon' },
  lead: { letter: 'L', name: 'People lead', shape: 'hexagon' },
} as const

export type Family = keyof typeof FAMILIES
export const familyNames = Object.keys(FAMILIES) as [Family, ...Family[]]
