// SPDX-License-Identifier: Apache-2.0
// Joins a socket in the file system with a port: bridge.mjs <socket> <port> listens on the socket, or with a third
// argument "out" on any port of this computer, and passes everything on. Ends when its input ends.
import { createServer, connect } from 'node:net'

const [socket, port, out] = process.argv.slice(2)
const server = createServer((one) => {
  const other = out ? connect(socket) : connect(Number(port), '127.0.0.1')
  one.pipe(other).pipe(one)
  const end = () => { one.destroy(); other.destroy() }
  one.on('error', end); other.on('error', end)
})
if (out) {
  server.listen(0, '127.0.0.1', () => console.log(`port ${server.address().port}`))
} else {
  server.listen(socket)
}
process.stdin.on('end', () => process.exit(0)).resume()
