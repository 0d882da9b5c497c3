// Chromium, where there is one.
import { existsSync } from "node:fs";

const PLACES = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
export const executablePath = PLACES.find((place) => place && existsSync(place));

export const skip = executablePath === undefined && "there is no Chromium here; CHROMIUM may name one";

export async function browse(work) {
  const { chromium } = await import("playwright-core");
  const args = [
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run",
    "--disable-background-networking --disable-component-update --disable-sync",
  ];
  const browser = await chromium.launch({ executablePath, args: args.flatMap((line) => line.split(" ")) });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

/** Opens a page and returns what its script leaves in `window.result`, and what it complained of. */
export async function visit(browser, address) {
  const page = await browser.newPage();
  const complaints = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.goto(address);
  // Waiting inside the page would need `eval`, which its policy forbids.
  for (let left = 600; !(await page.evaluate(() => "result" in window)); left -= 1) {
    if (left === 0) throw new Error(`no result: ${complaints.join("; ")}`);
    await new Promise((later) => setTimeout(later, 100));
  }
  const result = await page.evaluate(() => window.result);
  await page.close();
  return { result, complaints };
}
