/** Loaded into a child of `node.js`: stops it cleanly when the launcher is gone, even when that was killed. */

// Processes that the child forks would take this over with its other arguments, and have channels of their own.
const at = process.execArgv.findIndex((argument) => argument.endsWith('end-with-launcher.js'))
if (at > 0) process.execArgv.splice(at - 1, 2)

process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()
