/** The safety checks of this folder; see `check` in base/check.ts. */
export const checks = [
  { id: 'VR-SIZE', text: 'A vault record has exactly 2,048 bytes.' },
  { id: 'VR-SIGN', text: 'A vault record is signed by the key its own words or code yield.' },
  { id: 'VR-EPOCHS', text: 'The roots of a record stand in the order of their epochs, none twice.' },
  { id: 'VR-ZEROS', text: 'The padding of a vault record is zeros.' },
] as const
