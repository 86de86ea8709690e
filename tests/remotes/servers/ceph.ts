import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { RunningS3 } from './s3rver';
import { findPort, findProgram, identity, makeHome, type RunningProgram, startProgram } from './serve';

const run = promisify(execFile);

const KEYS = { accessKey: 'READER', secretKey: 'a secret/with+signs' };
/** The one that a gateway without realms is in. */
const REGION = 'default';
const START_MS = 90_000;

/**
 * Ceph's S3 gateway in front of a cluster of one: monitor, manager, and an object store in memory. Checks signatures,
 * clocks and hashes as a service on the web does. There is no bucket yet. Takes some 20 s to start.
 */
export async function startCeph(): Promise<Omit<RunningS3, 'bucket'>> {
  const [monitorPort, port] = [await findPort(), await findPort()];
  const [cluster, store] = [randomUUID(), randomUUID()];
  const folders = { run: null, mon: null, mgr: null, osd: null, rgw: null };
  const home = await makeHome({ ...folders, keyring: '' });
  const config = await makeConfig(home, cluster, monitorPort, port);
  const ask = (program: string, ...args: string[]) =>
    run(findProgram(program, 'ceph-common'), ['-c', config, ...args], {
      cwd: home,
      timeout: START_MS,
      ...identity,
    });
  const programs: RunningProgram[] = [];
  const start = async (program: string, args: string[], listensOn?: number) => {
    const command = findProgram(program, program);
    const listening = listensOn === undefined ? {} : { port: listensOn, startMs: START_MS };
    programs.unshift(
      await startProgram({ command, args: ['-c', config, ...args, '-f'], home, ...listening }),
    );
  };
  const close = async () => {
    const [last, ...others] = programs;
    for (const program of others) await program.kill();
    await last?.close();
  };
  try {
    const address = `[v1:127.0.0.1:${monitorPort}]`;
    await run(
      findProgram('monmaptool', 'ceph-common'),
      ['--create', '--addv', 'a', address, '--fsid', cluster, 'monmap'],
      { cwd: home, ...identity },
    );
    await ask('ceph-mon', '--mkfs', '-i', 'a', '--monmap', 'monmap');
    await start('ceph-mon', ['-i', 'a'], monitorPort);
    await start('ceph-mgr', ['-i', 'x']);
    await ask('ceph', 'osd', 'new', store);
    await ask('ceph-osd', '-i', '0', '--mkfs', '--osd-uuid', store);
    await start('ceph-osd', ['-i', '0']);
    await start('radosgw', ['-n', 'client.rgw'], port);
    const user = ['--uid=reader', '--display-name=Reader'];
    const keys = [`--access-key=${KEYS.accessKey}`, `--secret-key=${KEYS.secretKey}`];
    await ask('radosgw-admin', '-n', 'client.rgw', 'user', 'create', ...user, ...keys);
  } catch (failure) {
    await close();
    throw failure;
  }
  return { port, endpoint: `http://127.0.0.1:${port}`, region: REGION, ...KEYS, close };
}

async function makeConfig(home: string, cluster: string, monitorPort: number, port: number): Promise<string> {
  const config = join(home, 'ceph.conf');
  await writeFile(
    config,
    `[global]
fsid = ${cluster}
mon host = [v1:127.0.0.1:${monitorPort}]
mon initial members = a
ms bind msgr2 = false
auth cluster required = none
auth service required = none
auth client required = none
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 4
osd pool default pgp num = 4
osd pool default pg autoscale mode = off
osd crush chooseleaf type = 0
mon allow pool size one = true
mon max pg per osd = 1000
mon data avail crit = 1
osd objectstore = memstore
memstore device bytes = 2147483648
run dir = ${home}/run
admin socket = ${home}/run/$name.asok
pid file = ${home}/run/$name.pid
log file = ${home}/run/$name.log
mon data = ${home}/mon
mgr data = ${home}/mgr
osd data = ${home}/osd
rgw data = ${home}/rgw
rgw frontends = beast endpoint=127.0.0.1:${port}
keyring = ${home}/keyring
public addr = 127.0.0.1
cluster addr = 127.0.0.1
`,
  );
  return config;
}
