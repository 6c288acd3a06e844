import type { Api } from '#platform/client';

/** A server that answers one route with something else. */
export function answering(api: Api, name: string, value: unknown): Api {
  return {
    // The row's own answer type cannot be followed through a lie.
    call: (row, input) => (row.name === name ? Promise.resolve({ ok: true, value } as never) : api.call(row, input)),
  };
}

/** A server that shows its own encryption key where the invitee's should be. */
export function swapping(api: Api): Api {
  return {
    call: async (row, input) => {
      const answer = await api.call(row, input);
      if (row.name !== 'listInvitations' || !answer.ok) return answer;
      const text = JSON.stringify(answer.value).replaceAll(/("crv":"X25519","x":")[^"]{10}/g, '$1AAAAAAAAAA');
      const changed: unknown = JSON.parse(text);
      // As above.
      return { ok: true, value: changed } as never;
    },
  };
}

/** A server that shows another root to the invitee. */
export function otherRoot(api: Api): Api {
  return {
    call: async (row, input) => {
      const answer = await api.call(row, input);
      if (row.name !== 'readInvitation' || !answer.ok) return answer;
      // As above.
      return { ok: true, value: { ...(answer.value as object), fingerprint: 'B'.repeat(43) } } as never;
    },
  };
}
