import { inject } from 'vitest'

// Before any file of ours is loaded in this process: src/base/check.ts looks for this name and finds it nowhere else.
Object.assign(globalThis, { __HOLDFAST_TAKE_OUT__: inject('takeOut') ?? undefined })
