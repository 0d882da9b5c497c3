// The Worker of the solver: a file, since policies forbid blobs.

import { begin, slices, type News, type Order } from "./search.js";

const tell = (news: News): void => self.postMessage(news);

async function work(order: Order): Promise<void> {
  const search = slices(await begin(order));
  let slice = search.next();
  for (; !slice.done; slice = search.next()) tell({ tried: slice.value });
  tell({ found: slice.value });
}

self.onmessage = ({ data }: MessageEvent<Order>): void => {
  work(data).catch((error: unknown) => tell({ failed: String(error) }));
};
