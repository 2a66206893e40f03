/**
 * The three vectors of draft-connolly-cfrg-xwing-kem-08 (unchanged up to -11), appendix C. All values are hex.
 *
 * Of the public key and the ciphertext the first 32 bytes and the X25519 part at the end are kept here: the shared secret hashes over all of both
 * (ML-KEM binds its key, the combiner the rest), so one other bit anywhere gives another `ss`. Drafts before ML-KEM was final had other values.
 */
export const xWingVectors = [
  {
    seed: '7f9c2ba4e88f827d616045507605853ed73b8093f6efbc88eb1a6eacfa66ef26',
    eseed: '3cb1eea988004b93103cfb0aeefd2a686e01fa4a58e8a3639ca8a1e3f9ae57e235b8cc873c23dc62b8d260169afa2f75ab916a58d974918835d25e6a435085b2',
    ss: 'd2df0522128f09dd8e2c92b1e905c793d8f57a54c3da25861f10bf4ca613e384',
    pkStart: 'e2236b35a8c24b39b10aa1323a96a919a2ced88400633a7b07131713fc14b2b5',
    pkEnd: '859edb06eff389b27dce59844570216223593d4ba32d9abac8cd049040ef6534',
    ctStart: 'b83aa828d4d62b9a83ceffe1d3d3bb1ef31264643c070c5798927e41fb07914a',
    ctEnd: '6f17576740ce2a32fc5145030145cfb97e63e0e41d354274a079d3e6fb2e15',
  },
  {
    seed: 'badfd6dfaac359a5efbb7bcc4b59d538df9a04302e10c8bc1cbf1a0b3a5120ea',
    eseed: '17cda7cfad765f5623474d368ccca8af0007cd9f5e4c849f167a580b14aabdefaee7eef47cb0fca9767be1fda69419dfb927e9df07348b196691abaeb580b32d',
    ss: 'f2e86241c64d60f6649fbc6c5b7d17180b780a3f34355e64a85749949c45f150',
    pkStart: '0333285fa253661508c9fb444852caa4061636cb060e69943b431400134ae1fb',
    pkEnd: '9f7ed34bcbb48fd4c562a576549f85b528c953926d96ea8a160b8843f1c89c62',
    ctStart: 'c93beb22326705699bbc3d1d0aa6339be7a405debe61a7c337e1a91453c097a6',
    ctEnd: 'c91bdf6e0e03200693c9651e469aee6f91c98bea4127ae66312f4ae3ea155b67',
  },
  {
    seed: 'ef58538b8d23f87732ea63b02b4fa0f4873360e2841928cd60dd4cee8cc0d4c9',
    eseed: '22a96188d032675c8ac850933c7aff1533b94c834adbb69c6115bad4692d8619f90b0cdf8a7b9c264029ac185b70b83f2801f2f4b3f70c593ea3aeeb613a7f1b',
    ss: '953f7f4e8c5b5049bdc771d1dffada0dd961477d1a2ae0988baa7ea6898d893f',
    pkStart: '36244278824f77c621c660892c1c3886a9560caa52a97c461fd3958a598e749b',
    pkEnd: 'd31ae3cbc1c013747dfee80fb35b5299f555dcc2b787ea4f6f16ffdf66952461',
    ctStart: '0d2e38cbf17a2e2e4e0c87a94ca1e7701ae1552e02509b3b00f9c82c39e3fd43',
    ctEnd: '6e1c3c8e03db5971a445992227c825590688d203523f527161137334',
  },
] as const
