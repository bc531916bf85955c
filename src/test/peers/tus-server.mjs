// SPDX-License-Identifier: Apache-2.0
// A tus server from npm on the loopback interface: node tus-server.mjs <folder>; prints its port on a line of its own.
import { Server } from '@tus/server'
import { FileStore } from '@tus/file-store'

const server = new Server({
  path: '/files',
  respectForwardedHeaders: true,
  datastore: new FileStore({ directory: process.argv[2], expirationPeriodInMilliseconds: 86_400_000 }),
})
const listening = server.listen({ host: '127.0.0.1', port: Number(process.argv[3] ?? 0) }, () => {
  console.log(`port ${listening.address().port}`)
})
process.stdin.on('end', () => process.exit(0)).resume()
