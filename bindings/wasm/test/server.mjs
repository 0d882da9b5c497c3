// A static server for pages under a policy, on a free port of this machine.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname } from "node:path";

/** The policy under which obmen works, exactly. */
export const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self' https://nominations.example; " +
  "style-src 'self'; img-src 'self'; require-trusted-types-for 'script'";

const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm", ".json": "application/json" };

/**
 * Serves files: `routes` are `{ "/path/": folder or file URL, "/path": text or bytes }`, `answer` may change the answer
 * to a request: `(path) => ({ status, type, policy, body })`.
 */
export async function serve(routes, answer = () => ({})) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const { status = 200, type, policy = POLICY, body } = answer(pathname) ?? {};
    const found = body ?? lookup(routes, pathname);
    const code = found === undefined ? 404 : status;
    response.writeHead(code, {
      "content-type": type ?? TYPES[extname(pathname)] ?? "application/octet-stream",
      "content-security-policy": policy,
    });
    response.end(code === 200 ? found : `${code}`);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return { address: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

function lookup(routes, path) {
  if (path === "/favicon.ico") return "";
  for (const [route, content] of Object.entries(routes)) {
    if (route === path && !(content instanceof URL)) return content;
    if (!(content instanceof URL) || !path.startsWith(route)) continue;
    try {
      return readFileSync(new URL(path.slice(route.length), content));
    } catch {
      return undefined;
    }
  }
  return undefined;
}
