/** Servers of the tests: programs on loopback, on a free port, without rights, in a folder removed with them. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A server that runs. `url` is the address of an empty folder in it, which lies at `files` on this disk. */
export type RunningServer = {
  url: string;
  port: number;
  user: string;
  password: string;
  files: string;
  close(): Promise<void>;
};

/** Who may in: letters beyond ASCII on purpose. */
export const READER = { user: 'läser', password: 'pässwörd–✓ 1' };

/** "nobody": none of these programs gets more rights than it needs where the tests run as root. */
const NOBODY = 65_534;
/** What a program of the tests runs as. */
export const identity = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};

const START_MS = 20_000;

/** A new folder for one server, with these files and folders (text or null) in it. */
export async function makeHome(contents: Record<string, string | null>): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'sidelight-remote-'));
  await own(home);
  for (const [name, text] of Object.entries(contents)) {
    const path = join(home, name);
    await mkdir(text === null ? path : dirname(path), { recursive: true });
    if (text !== null) await writeFile(path, text);
    await own(path);
  }
  return home;
}

async function own(path: string): Promise<void> {
  if (identity.uid !== undefined) await chown(path, identity.uid, identity.gid);
}

/** A port that nobody listens on. */
export async function findPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (!address || typeof address === 'string') throw new Error('No port on loopback.');
  return address.port;
}

/** Path of a program; throws a sentence that says which package is missing. */
export function findProgram(name: string, debianPackage: string): string {
  const path = [`/usr/sbin/${name}`, `/usr/bin/${name}`, `/usr/local/bin/${name}`].find((at) =>
    existsSync(at),
  );
  if (path) return path;
  throw new Error(`${name} is not installed (Debian: ${debianPackage}), and these tests run it.`);
}

/** A program that runs: `close` ends it and removes its folder, `kill` ends it at once and leaves the folder. */
export type RunningProgram = { close(): Promise<void>; kill(): Promise<void> };

/**
 * Starts a program and waits until it listens, where it has a port. Throws with what it wrote when it ends before, or
 * takes longer than `startMs`.
 */
export async function startProgram(program: {
  command: string;
  args: string[];
  env?: Record<string, string>;
  home: string;
  port?: number;
  startMs?: number;
}): Promise<RunningProgram> {
  const child = spawn(program.command, program.args, {
    cwd: program.home,
    env: { ...process.env, HOME: program.home, ...program.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that what it starts ends with it.
    detached: true,
    ...identity,
  });
  const stopAtExit = () => signal(child, 'SIGKILL');
  process.once('exit', stopAtExit);
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => said.push(String(text)));
  const close = async () => {
    await end(child);
    process.off('exit', stopAtExit);
    await rm(program.home, { recursive: true, force: true });
  };
  try {
    if (program.port !== undefined) await waitForPort(program.port, child, program.startMs ?? START_MS);
  } catch (failure) {
    await close();
    throw new Error(`${program.command} did not start: ${said.join('').slice(-2_000)}`, { cause: failure });
  }
  return { close, kill: () => kill(child) };
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  signal(child, 'SIGKILL');
  if (child.exitCode === null && child.signalCode === null) await ended;
}

async function waitForPort(port: number, child: ChildProcess, startMs: number): Promise<void> {
  const until = Date.now() + startMs;
  while (!(await isListening(port))) {
    if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode}`);
    if (Date.now() > until) throw new Error(`nothing listens on port ${port}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const answer = (isOpen: boolean) => {
      socket.destroy();
      resolve(isOpen);
    };
    socket.on('connect', () => answer(true));
    socket.on('error', () => answer(false));
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    signal(child, 'SIGTERM');
    const hard = setTimeout(() => signal(child, 'SIGKILL'), 5_000);
    await ended;
    clearTimeout(hard);
  }
  // PHP's workers outlive the process that started them.
  signal(child, 'SIGKILL');
}

function signal(child: ChildProcess, name: NodeJS.Signals): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, name);
  } catch (failure) {
    // ESRCH: all of the group have ended.
    if ((failure as NodeJS.ErrnoException).code !== 'ESRCH') throw failure;
  }
}
