/**
 * Speaks to the launch API for the cmi5 suite of CATAPULT: the file that it asks every system to bring along (`CATAPULT_LMS`). The suite loads it
 * with a loader of its own that knows neither types nor modules nor the prefix of Node's parts, so it is written for that once its types are away.
 */
import type * as Http from 'node:http';

// The loader gives Node's own parts, and the suite's class by which it knows that a package was refused and nothing else went wrong.
const http = require('http') as typeof Http;
const { InvalidPackageError } = require(`${process.env['BAKEN_SUITE']}/lib/errors`) as {
  readonly InvalidPackageError: new (message: string) => Error;
};

interface Answered {
  readonly status: number;
  readonly json: { readonly course?: string; readonly url?: string } | null;
}

const { BAKEN_ADDRESS: address, BAKEN_KEY: key, BAKEN_SECRET: secret } = process.env;
const authorization = `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`;
const taken: string[] = [];

/** One call; what came back, JSON read. */
function call(
  method: string,
  place: string,
  body?: string | NodeJS.ReadableStream,
  type = 'application/json',
): Promise<Answered> {
  return new Promise((done, fail) => {
    const headers = { Authorization: authorization, ...(body === undefined ? {} : { 'Content-Type': type }) };
    const request = http.request(`${address}/api/learning/cmi5/${place}`, { method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        // Written by our own server.
        done({ status: response.statusCode ?? 0, json: text === '' ? null : (JSON.parse(text) as Answered['json']) });
      });
    });
    request.on('error', fail);
    if (body === undefined || typeof body === 'string') request.end(body);
    else body.pipe(request);
  });
}

async function post(place: string, body: unknown, expected: number): Promise<Answered['json']> {
  const { status, json } = await call('POST', place, JSON.stringify(body));
  if (status !== expected) throw new Error(`${place}: ${status} ${JSON.stringify(json)}`);
  return json;
}

module.exports = {
  setup: () => Promise.resolve(),
  teardown: () => Promise.resolve(),
  getLrsEndpoint: () => `${address}/xapi/1.0.3`,
  getLrsAuthHeader: () => authorization,
  importCourse: async (stream: NodeJS.ReadableStream, contentType: string, filename: string) => {
    const { status, json } = await call('POST', 'courses', stream, contentType);
    if (status === 422 || status === 415) throw new InvalidPackageError(`${filename}: ${JSON.stringify(json)}`);
    if (status !== 201 || !json?.course) throw new Error(`${filename}: ${status} ${JSON.stringify(json)}`);
    taken.push(json.course);
    return json.course;
  },
  getLaunchUrl: async (
    course: string,
    activity: number,
    actor: unknown,
    { registration, launchMode }: { readonly registration?: string; readonly launchMode?: string },
  ) => (await post(`courses/${course}/launch`, { activity, actor, registration, launchMode }, 200))?.url,
  cleanup: async () => {
    for (const course of taken.splice(0)) {
      const { status } = await call('DELETE', `courses/${course}`);
      if (status !== 204) throw new Error(`a course was not taken away: ${status}`);
    }
  },
  hasWaive: () => true,
  waiveAU: (registration: string, activity: number, reason: string) =>
    post(`registrations/${registration}/waive`, { activity, reason }, 204),
  hasAbandon: () => true,
  abandonSession: (session: string) => post(`sessions/${session}/abandon`, {}, 204),
};
