/**
 * RFC 9180 appendix A.1.1, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-128-GCM, base mode: from the shared secret on. All values are hex.
 *
 * No vector is published for X-Wing with AES-256-GCM. The test holds a key schedule written from the RFC against this one, then opens our boxes with it.
 */
export const hpkeBaseVector = {
  kemId: 0x0020,
  kdfId: 0x0001,
  aeadId: 0x0001,
  keyBytes: 16,
  info: '4f6465206f6e2061204772656369616e2055726e',
  sharedSecret: 'fe0e18c9f024ce43799ae393c7e8fe8fce9d218875e8227b0187c04e7d2ea1fc',
  key: '4531685d41d65f03dc48f6b8302c05b0',
  baseNonce: '56d890e5accaaf011cff4b7d',
  plaintext: '4265617574792069732074727574682c20747275746820626561757479',
  aad: '436f756e742d30',
  ciphertext: 'f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea87e13c512a',
} as const
