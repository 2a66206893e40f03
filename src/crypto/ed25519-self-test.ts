import { fromHex, utf8 } from '../base/bytes.ts'
import type { Equation } from './ed25519-native.ts'

interface Sample {
  readonly publicKey: string
  readonly signature: string
  readonly message: string
  readonly holds: boolean
}

const honestKey = '204a88ed45055bc4f08e26c9446061ba5b1833ca027e6923dfb5772986fc406b'
const mixedKey = '755cc67d0f3700cc1004e9c10f64c077e7e2f22fbf4b97cfc987de09875a01dd'
const honestSignature = 'a6f7bd57d33b942dcb43dd7008f870b6c3594acb2e441309057ac6b9c33508c8220212846b1c11bc22c4db3f3ab873688fb9a1b98f8ab5b34f4b4afb3cae8802'

/** Signatures that (a) to (c) of the rule let through, made by `src/crypto/ed25519.test.ts`'s arithmetic: only step (d) tells them apart. */
export const selfTestSamples: readonly Sample[] = [
  { publicKey: honestKey, signature: honestSignature, message: 'holdfast self-test honest', holds: true },
  { publicKey: honestKey, signature: honestSignature, message: 'holdfast self-test wrong', holds: false },
  // R = rB + T with T of order 8: holds only where the cofactor is multiplied in.
  {
    publicKey: honestKey,
    signature: '1d523150b4a2fa6d6876d622f575416cd05c9d109c5668c8de5ccfc707b225e90b698228e904a4e1b033d55973f47cf2053101e0d4119b04bc2d16a900690200',
    message: 'holdfast self-test torsion in R',
    holds: false,
  },
  // A = aB + T: holds when 8 divides k, and else only where the cofactor is multiplied in.
  {
    publicKey: mixedKey,
    signature: 'a6f7bd57d33b942dcb43dd7008f870b6c3594acb2e441309057ac6b9c33508c8b6a1b95a99dadc221b2da7f5f732ddd98a3fa742c512a536c6e7ae4d225efe04',
    message: 'holdfast self-test mixed 5',
    holds: true,
  },
  {
    publicKey: mixedKey,
    signature: 'a6f7bd57d33b942dcb43dd7008f870b6c3594acb2e441309057ac6b9c33508c8ac96f4957f329d9a7a0aeaaeeb4a1926f952c32bfd8ac7c7bb7c0b7061fa9c0a',
    message: 'holdfast self-test mixed 1',
    holds: false,
  },
]

/** Whether `equation` answers every sample as the rule does. A thrown error is a no. */
export async function passesSelfTest(equation: Equation): Promise<boolean> {
  for (const sample of selfTestSamples) {
    const publicKey = fromHex(sample.publicKey)
    const signature = fromHex(sample.signature)
    if (publicKey === null || signature === null) return false
    if ((await answer(equation, publicKey, signature, utf8(sample.message))) !== sample.holds) return false
  }
  return true
}

async function answer(equation: Equation, publicKey: Uint8Array, signature: Uint8Array, message: Uint8Array): Promise<boolean> {
  try {
    return await equation(publicKey, signature, message)
  } catch {
    return false
  }
}
