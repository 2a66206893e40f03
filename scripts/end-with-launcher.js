/** Loaded into a child of `node.js`: stops it cleanly when the launcher is gone, even when that was killed. */
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()
