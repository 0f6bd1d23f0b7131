/** The countries the guide speaks about: ISO 3166 code → English name and ISO 4217 currency. */
export const COUNTRIES = {
  PH: { name: 'Philippines', currency: 'PHP' },
  IN: { name: 'India', currency: 'INR' },
  ZA: { name: 'South Africa', currency: 'ZAR' },
  PL: { name: 'Poland', currency: 'PLN' },
  GB: { name: 'United Kingdom', currency: 'GBP' },
  US: { name: 'United States', currency: 'USD' },
  MX: { name: 'Mexico', currency: 'MXN' },
  CO: { name: 'Colombia', currency: 'COP' },
  AU: { name: 'Australia', currency: 'AUD' },
  BR: { name: 'Brazil', currency: 'BRL' },
  CA: { name: 'Canada', currency: 'CAD' },
  EG: { name: 'Egypt', currency: 'EGP' },
  EU: { name: 'European Union', currency: 'EUR' },
  HU: { name: 'Hungary', currency: 'HUF' },
  IE: { name: 'Ireland', currency: 'EUR' },
  JM: { name: 'Jamaica', currency: 'JMD' },
  MY: { name: 'Malaysia', currency: 'MYR' },
  PK: { name: 'Pakistan', currency: 'PKR' },
  PT: { name: 'Portugal', currency: 'EUR' },
} as const
export type CountryCode = keyof typeof COUNTRIES
