/** The thread beside a page (see lib/apart), in this one: what Node and jsdom have no `Worker` for. */
type Hear = (event: MessageEvent) => void;

/** Serves what it is asked, whatever file it was made of. */
export class WorkerInThread {
  readonly #hearOrder = Promise.withResolvers<Hear>();
  readonly #hearAnswer: Hear[] = [];

  constructor() {
    // Loaded by the tests that need it alone.
    void import('@/lib/apart/serve-works').then(({ serveWorks }) =>
      serveWorks({
        addEventListener: (_, hear) => this.#hearOrder.resolve(hear),
        postMessage: (data) => {
          for (const hear of this.#hearAnswer) hear(new MessageEvent('message', { data }));
        },
      }),
    );
  }

  addEventListener(type: string, hear: Hear) {
    if (type === 'message') this.#hearAnswer.push(hear);
  }

  async postMessage(data: unknown) {
    (await this.#hearOrder.promise)(new MessageEvent('message', { data }));
  }

  terminate() {}
}
