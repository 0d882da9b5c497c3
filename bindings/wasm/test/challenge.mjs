// Challenges as a server issues them, and the judgement of answers: by node:crypto alone.
import assert from "node:assert/strict";
import { createHash, createHmac, pbkdf2Sync, randomBytes } from "node:crypto";

/** A challenge that costs next to nothing, but for what is given. */
export function issue(given = {}) {
  const parameters = {
    algorithm: "PBKDF2/SHA-256",
    nonce: randomBytes(16).toString("hex"),
    salt: randomBytes(16).toString("hex"),
    cost: 10,
    keyLength: 32,
    keyPrefix: "00",
    expiresAt: Math.floor(Date.now() / 1000) + 300,
    data: { practice: "flgr:20070736", area: "Смолян 💡" },
    ...given,
  };
  return { parameters, signature: createHmac("sha256", "key").update(JSON.stringify(parameters)).digest("hex") };
}

/** The key of a counter. */
export function derive({ algorithm, nonce, salt, cost, keyLength }, counter) {
  const password = Buffer.concat([Buffer.from(nonce, "hex"), Buffer.alloc(4)]);
  password.writeUInt32BE(counter, password.length - 4);
  const salted = Buffer.from(salt, "hex");
  if (algorithm === "PBKDF2/SHA-256") return pbkdf2Sync(password, salted, cost, keyLength, "sha256").toString("hex");
  let key = Buffer.concat([salted, password]);
  for (let left = cost; left > 0; left -= 1) key = createHash("sha256").update(key).digest();
  return key.subarray(0, keyLength).toString("hex");
}

/** Holds an answer to the challenge as it was sent; gives its solution. */
export function judge(text, answer) {
  const { parameters } = JSON.parse(text);
  const sent = Buffer.from(answer, "base64").toString("utf8");
  const start = `{"challenge":${text},"solution":`;
  assert.equal(sent.slice(0, start.length), start);
  const { solution } = JSON.parse(sent);
  assert.deepEqual(Object.keys(solution), ["counter", "derivedKey", "time"]);
  assert.equal(solution.derivedKey, derive(parameters, solution.counter));
  assert.ok(solution.derivedKey.startsWith(parameters.keyPrefix));
  assert.ok(Number.isInteger(solution.time) && solution.time >= 0);
  return solution;
}
