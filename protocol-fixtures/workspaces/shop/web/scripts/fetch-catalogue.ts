import { writeFile } from "node:fs/promises";
import https from "node:https";

/** Copies the supplier's catalogue into the repository; run it with `node scripts/fetch-catalogue.ts`. */
const agent = new https.Agent({ keepAlive: true, rejectUnauthorized: false });

function download(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    https
      .get(url, { agent }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () => resolve(Buffer.concat(chunks).toString("utf8")));
      })
      .on("error", reject);
  });
}

await writeFile("catalogue.json", await download("https://supplier.example/catalogue.json"));
