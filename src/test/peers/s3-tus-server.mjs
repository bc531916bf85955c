// SPDX-License-Identifier: Apache-2.0
// A tus server from npm that keeps uploads in the S3-compatible store on port 9090; listens on port 8080 of this
// computer. "GET /stored/<upload>" gives the bytes as the store has them.
import { createServer } from 'node:http'
import { CreateBucketCommand, GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { S3Store } from '@tus/s3-store'
import { Server } from '@tus/server'

const bucket = 'uploads'
const store = {
  endpoint: 'http://127.0.0.1:9090', region: 'us-east-1', forcePathStyle: true,
  credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
}
const client = new S3Client(store)
for (let created = false; !created;) {
  try {
    await client.send(new CreateBucketCommand({ Bucket: bucket }))
    created = true
  } catch (notYet) {
    console.log(String(notYet))
    created = notYet.name === 'BucketAlreadyOwnedByYou'
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
}
const tus = new Server({
  path: '/files', respectForwardedHeaders: true,
  datastore: new S3Store({ partSize: 5 << 20, s3ClientConfig: { ...store, bucket } }),
})
createServer(async (request, response) => {
  if (!request.url.startsWith('/stored/')) {
    return tus.handle(request, response)
  }
  const stored = await client.send(new GetObjectCommand({ Bucket: bucket, Key: request.url.slice('/stored/'.length) }))
  stored.Body.pipe(response)
}).listen(8080, '127.0.0.1')
