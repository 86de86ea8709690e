import { i18n } from '#i18n';

/** What a machine is called: the name that was given to it, else the beginning of its id. */
export function replicaName({ id, name }: { id: string; name: string }): string {
  return name === '' ? i18n.t('sync.replicas.unnamed', [id.slice(0, 4)]) : name;
}
