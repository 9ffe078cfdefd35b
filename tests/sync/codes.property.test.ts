import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  InvalidCodeError,
  LONGEST_HUB_CODE,
  LONGEST_MACHINE_CODE,
  parseCode,
  parseHubCode,
  printHubCode,
  printMachineCode,
  type HubAccess,
} from '../../src/sync/codes';
import { runsOf } from '../property-runs';

const name = fc.stringMatching(/^[a-z0-9-]{1,40}$/u);
const port = fc.integer({ min: 1, max: 65_535 });
const path = fc.stringMatching(/^(?:\/[a-z0-9-]{1,12}){0,3}$/u);
const address = fc.oneof(
  fc
    .tuple(fc.domain(), fc.option(port), path)
    .map(([host, at, under]) => `wss://${host}${at === null ? '' : `:${at}`}${under}`),
  port.filter((at) => at !== 80).map((at) => `ws://127.0.0.1:${at}`),
);
const seed = fc.stringMatching(/^SU[A-Z2-7]{56}$/u);
const hub = fc.record({ address, workspace: name, machine: name, seed });
const workspace = fc.record({
  hub,
  key: fc.stringMatching(/^[\w-]{22,200}$/u),
  keyId: fc.stringMatching(/^[\w-]{1,40}$/u),
});

const OWN: HubAccess = {
  address: 'wss://hub.example.org/clipsheet',
  workspace: 'desk',
  machine: 'laptop',
  seed: `SU${'A'.repeat(56)}`,
};

/** A code of our form with any content. */
function codeOf(content: unknown, kind = 'hub'): string {
  return `clipsheet-${kind}-1.${Buffer.from(JSON.stringify(content)).toString('base64url')}`;
}

function problemOf(pasted: unknown): string {
  try {
    return parseCode(pasted).kind;
  } catch (error) {
    if (error instanceof InvalidCodeError) return error.problem;
    throw error;
  }
}

describe('a code that a person carries from one machine to another', () => {
  it('says on the other machine what was put into it', () => {
    fc.assert(
      fc.property(hub, workspace, (access, joined) => {
        const parsed = parseHubCode(printHubCode(access));
        expect({ ...parsed, address: '' }).toEqual({ ...access, address: '' });
        expect(new URL(parsed.address).href).toBe(new URL(access.address).href);
        expect(parseHubCode(printHubCode(parsed))).toEqual(parsed);
        const code = parseCode(printMachineCode(joined));
        expect(code.workspaceKey).toEqual({ key: joined.key, keyId: joined.keyId });
        expect(printHubCode(access).length).toBeLessThanOrEqual(LONGEST_HUB_CODE);
        expect(printMachineCode(joined).length).toBeLessThanOrEqual(LONGEST_MACHINE_CODE);
      }),
      { numRuns: runsOf(300) },
    );
  });

  it('survives a mail program that breaks and indents its line', () => {
    fc.assert(
      fc.property(workspace, fc.integer({ min: 20, max: 76 }), (joined, width) => {
        const code = printMachineCode(joined);
        const broken = code.replaceAll(new RegExp(`.{${width}}`, 'gu'), '$&\r\n  ');
        expect(parseCode(` ${broken}\n`)).toEqual(parseCode(code));
      }),
      { numRuns: runsOf(100) },
    );
  });

  it('is refused by name if a part of it is missing or changed', () => {
    fc.assert(
      fc.property(hub, fc.nat(), fc.nat(), (access, at, cut) => {
        const code = printHubCode(access);
        expect(problemOf(code.slice(0, code.length - 2 - (cut % (code.length - 17))))).not.toBe('hub');
        const start = at % code.length;
        expect(problemOf(`${code.slice(0, start)}!${code.slice(start + 1)}`)).not.toBe('hub');
      }),
      { numRuns: runsOf(200) },
    );
  });

  it('never throws anything but its own error, whatever is pasted', () => {
    const forged = fc.oneof(
      fc.anything(),
      fc.string({ unit: 'binary' }),
      fc.string().map((text) => `clipsheet-hub-1.${text}`),
      fc.json().map((json) => `clipsheet-machine-1.${Buffer.from(json).toString('base64url')}`),
      fc.record({ ...shapes(), extra: fc.anything() }).map((content) => codeOf(content)),
      fc
        .record({ hub: fc.record(shapes()), key: fc.anything(), keyId: fc.anything() })
        .map((content) => codeOf(content, 'machine')),
    );
    fc.assert(
      fc.property(forged, (pasted) => {
        try {
          const { hub: access } = parseCode(pasted);
          expect(access.address).toMatch(/^(?:wss:\/\/|ws:\/\/127\.0\.0\.1:)/u);
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidCodeError);
        }
      }),
      { numRuns: runsOf(1000) },
    );
  });
});

function shapes() {
  return {
    address: fc.oneof(fc.anything(), fc.webUrl(), address),
    workspace: fc.oneof(fc.anything(), name),
    machine: fc.oneof(fc.anything(), name),
    seed: fc.oneof(fc.anything(), seed),
  };
}

describe('what is pasted is refused in words that say what to do', () => {
  it.each([
    ['nothing', '  ', 'empty'],
    ['an address', 'wss://hub.example.org', 'not-a-code'],
    ['a number', 7, 'not-a-code'],
    ['a whole letter', 'x'.repeat(4000), 'too-long'],
    ['a hub code with a novel inside', `clipsheet-hub-1.${'A'.repeat(1500)}`, 'too-long'],
    ['a code of a later version', 'clipsheet-hub-2.e30', 'newer'],
    ['half a code', printHubCode(OWN).slice(0, 60), 'damaged'],
    ['an empty content', codeOf({}), 'damaged'],
    ['a list', codeOf([OWN]), 'damaged'],
    [
      'bytes that are no JSON',
      `clipsheet-hub-1.${Buffer.from([0, 255, 128]).toString('base64url')}`,
      'damaged',
    ],
  ])('%s', (_, pasted, problem) => {
    expect(problemOf(pasted)).toBe(problem);
  });

  it('a machine code where only a hub code belongs', () => {
    const code = printMachineCode({ hub: OWN, key: 'A'.repeat(43), keyId: 'k1' });
    expect(() => parseHubCode(code)).toThrow(/Only a hub code/u);
  });
});

it.each(['wss://hüb.example', 'wss://[::1]:8422', 'wss://127.0.0.1:8422/a/b-c', 'WSS://HUB.EXAMPLE.ORG'])(
  'a code leads to %s',
  (address) => {
    expect(problemOf(codeOf({ ...OWN, address }))).toBe('hub');
  },
);

describe('a code cannot lead a machine astray', () => {
  it.each([
    'http://hub.example.org',
    'https://hub.example.org',
    'ws://hub.example.org',
    'ws://127.0.0.1.example.org:1',
    'ws://127.0.0.1',
    'ws://127.0.0.1:4222/path',
    'wss://user:password@hub.example.org',
    'wss://hub.example.org/?to=elsewhere',
    'wss://hub.example.org/#fragment',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'wss://',
    'nats://127.0.0.1:4222',
    `wss://${'a'.repeat(300)}.example`,
    'wss:///hub.example.org',
    'wss:hub.example.org',
    'wss:\\\\hub.example.org\\x',
    'wss://hub.example.org\nwss://other.example',
    'wss://hub\t.example.org',
    'wss://hub.example.org\u0000.example',
    'wss://hub.example.org,wss://other.example',
    'wss://hub.example.org/a,b',
    'wss://*',
    'wss://*.example.org',
    'wss://%2a.example.org',
    'wss://hub.example.org/<img>',
    ' wss://hub.example.org',
  ])('to the address %s', (wrong) => {
    expect(problemOf(codeOf({ ...OWN, address: wrong }))).toBe('damaged');
  });

  it.each(['', 'A', 'desk.*', 'desk.>', 'a b', '../x', 'ü', 'x'.repeat(41), null, 3])(
    'to a workspace or a machine named %j',
    (wrong) => {
      expect(problemOf(codeOf({ ...OWN, workspace: wrong }))).toBe('damaged');
      expect(problemOf(codeOf({ ...OWN, machine: wrong }))).toBe('damaged');
    },
  );

  it.each(['', 'SU', `SA${'A'.repeat(56)}`, `SU${'a'.repeat(56)}`, `SU${'A'.repeat(57)}`])(
    'with the seed %j',
    (wrong) => {
      expect(problemOf(codeOf({ ...OWN, seed: wrong }))).toBe('damaged');
    },
  );
});
