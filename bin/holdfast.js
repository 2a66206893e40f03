#!/usr/bin/env node
/** `holdfast serve|verify|export|backup|restore|door ...`: finds a Node that fits, then runs src/cli/main.ts under it. */
import { handOn, root } from '../scripts/node.js'

process.exitCode = await handOn([`${root}src/cli/main.ts`, ...process.argv.slice(2)])
