/** Maps that forget what a transaction wrote when it fails. */

/** Called before every single write: may throw, and the transaction is undone. */
export type BeforeWrite = () => void;

/** What one transaction has to undo when it fails, last first. */
export class Journal {
  readonly #undo: (() => void)[] = [];
  readonly #beforeWrite: BeforeWrite;
  #isOpen = false;

  constructor(beforeWrite: BeforeWrite) {
    this.#beforeWrite = beforeWrite;
  }

  begin(): void {
    this.#isOpen = true;
  }

  /** Announces one write and how it is undone. */
  note(undo: () => void): void {
    if (!this.#isOpen) throw new Error('A write outside of a transaction.');
    this.#beforeWrite();
    this.#undo.push(undo);
  }

  commit(): void {
    this.#undo.length = 0;
    this.#isOpen = false;
  }

  rollBack(): void {
    while (this.#undo.length > 0) this.#undo.pop()?.();
    this.#isOpen = false;
  }
}

/** A table with one key, whose rows are never altered in place. */
export class Table<Key, Row> {
  readonly #rows: Map<Key, Row>;
  readonly #journal: Journal;
  readonly #onChange: (before: Row | undefined, after: Row | undefined) => void;

  constructor(
    journal: Journal,
    rows: Iterable<readonly [Key, Row]> = [],
    onChange: (before: Row | undefined, after: Row | undefined) => void = () => {},
  ) {
    this.#rows = new Map();
    this.#journal = journal;
    this.#onChange = onChange;
    for (const [key, row] of rows) this.#write(key, row);
  }

  get size(): number {
    return this.#rows.size;
  }

  get(key: Key): Row | undefined {
    return this.#rows.get(key);
  }

  has(key: Key): boolean {
    return this.#rows.has(key);
  }

  entries(): [Key, Row][] {
    return [...this.#rows];
  }

  rows(): Row[] {
    return [...this.#rows.values()];
  }

  put(key: Key, row: Row): void {
    const before = this.#rows.get(key);
    this.#journal.note(() => this.#write(key, before));
    this.#write(key, row);
  }

  drop(key: Key): void {
    const before = this.#rows.get(key);
    if (before === undefined) return;
    this.#journal.note(() => this.#write(key, before));
    this.#write(key, undefined);
  }

  #write(key: Key, row: Row | undefined): void {
    this.#onChange(this.#rows.get(key), row);
    if (row === undefined) this.#rows.delete(key);
    else this.#rows.set(key, ArrayBuffer.isView(row) ? row : Object.freeze(row));
  }
}

/** Keys of rows by something they have in common. */
export class Groups<Group, Key> {
  readonly #keys = new Map<Group, Set<Key>>();

  get(group: Group): Iterable<Key> {
    return this.#keys.get(group) ?? [];
  }

  count(group: Group): number {
    return this.#keys.get(group)?.size ?? 0;
  }

  add(group: Group, key: Key): void {
    const keys = this.#keys.get(group);
    if (keys) keys.add(key);
    else this.#keys.set(group, new Set([key]));
  }

  drop(group: Group, key: Key): void {
    const keys = this.#keys.get(group);
    keys?.delete(key);
    if (keys?.size === 0) this.#keys.delete(group);
  }
}
