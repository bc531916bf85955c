// SPDX-License-Identifier: Apache-2.0
// Sends every file of a folder with tus-js-client, one upload each, one after the other:
//   node tus-js-many.mjs <url> <folder>
import { createReadStream, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Upload } from 'tus-js-client'

const [endpoint, folder] = process.argv.slice(2)
for (const name of readdirSync(folder)) {
  const file = join(folder, name)
  await new Promise((resolve, reject) => new Upload(createReadStream(file), {
    endpoint, chunkSize: 8 << 20, uploadSize: statSync(file).size, retryDelays: null, onSuccess: resolve, onError: reject,
  }).start())
}
