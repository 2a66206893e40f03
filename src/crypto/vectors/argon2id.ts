/** RFC 9106 section 5.3, Argon2id. It uses a secret and associated data, which our own use never has. All values are hex. */
export const rfc9106 = {
  memoryKib: 32,
  passes: 3,
  lanes: 4,
  password: '01'.repeat(32),
  salt: '02'.repeat(16),
  secret: '03'.repeat(8),
  associatedData: '04'.repeat(12),
  tag: '0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659',
} as const

/** The reference implementation's test.c, Argon2id version 0x13: "password", "somesalt", 2 passes, 2^16 KiB, 1 lane. Source: github.com/P-H-C/phc-winner-argon2. */
export const phcReference = {
  password: 'password',
  salt: 'somesalt',
  passes: 2,
  memoryKib: 65_536,
  tag: '09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7',
} as const
